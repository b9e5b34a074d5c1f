# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Numbers
#
# Every number of a report is an observation: of what, whose, which year, as written and in a unit that
# compares, reached or promised.

# %%
import matplotlib.pyplot as plt
import pandas as pd

import kg
from kg.fonts import use_chinese_font
from kg.resources import sample_report

# %config InlineBackend.figure_formats = ["png"]
REPORTS = [sample_report()]

print("font:", use_chinese_font())
build = kg.build(REPORTS)
numbers = build.observations
numbers[["indicator", "area", "year", "value", "unit", "measure", "nature", "bound"]].head(12)

# %% [markdown]
# ## How many, of which year

# %%
numbers.pivot_table(index="year", columns=["nature", "measure"], values="value", aggfunc="count",
                    fill_value=0)

# %% [markdown]
# ## Actual against target
#
# Indicators for which a report says what was reached and what is aimed at, in per cent of growth.

# %%
growth = numbers[(numbers["measure"] == "Growth") & (numbers["unit"] == "%")]
wide = growth.pivot_table(index="indicator", columns="nature", values="value", aggfunc="first").dropna()
wide

# %%
labels = {"Actual": "完成", "Target": "目标"}
axes = wide.rename(columns=labels).plot.barh(figsize=(8, 1.2 + 0.6 * len(wide)), color=["#0072B2", "#E69F00"])
axes.set_xlabel("增速（%）")
axes.set_ylabel("")
axes.set_title("上年完成与今年目标")
axes.legend(title="")
plt.tight_layout()
plt.show()

# %% [markdown]
# ## Amounts of money
#
# 亿元 and 万元 compare by `amount`, which is in yuan.

# %%
money = numbers[(numbers["amount_unit"] == "CNY") & (numbers["measure"] == "Level")].sort_values("amount")
bars = plt.barh(money["indicator"] + "（" + money["year"].astype(str) + "）", money["amount"] / 1e8,
                color=money["nature"].map({"Actual": "#0072B2", "Target": "#E69F00"}))
plt.bar_label(bars, [f"{value:g} {unit}" for value, unit in zip(money["value"], money["unit"])], padding=3,
              fontsize=8)
plt.xlabel("亿元")
plt.title("金额（蓝：完成，橙：目标）")
plt.margins(x=0.12)
plt.gcf().set_size_inches(9, 1 + 0.4 * len(money))
plt.tight_layout()
plt.show()

# %% [markdown]
# ## The sentence behind a number

# %%
row = numbers.iloc[0]
print(row["sentence"])
pd.Series(row)
