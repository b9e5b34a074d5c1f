"""What stands above the speech: fields of the page, title, date, meeting, who speaks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_FIELDS = ("索引号", "主题分类", "发布机构", "成文时间", "成文日期", "发文时间", "发布时间", "发布日期", "生成日期", "文号", "发文字号", "标题", "名称",
           "效力状态", "有效性", "信息来源", "来源", "公开方式", "关键词", "主题词", "体裁分类", "发文机关", "公开日期")
_ISSUED = ("成文时间", "成文日期", "发布日期", "发布时间", "发文时间", "生成日期", "公开日期")
_FIELD = re.compile(rf"[•·*\s]*({'|'.join(_FIELDS)})[：:]\s*([^\n]*)")
_DATE = re.compile(r"((?:19|20)\d\d)(?:年|[-./])(\d{1,2})(?:月|[-./])(\d{1,2})日?")
_TITLE = re.compile(r"^[^\n。，]{0,30}政府工作报告(?![，。])[^\n。，]{0,12}$", re.MULTILINE)
_MEETING = re.compile(r"(?:日?在|日|^|——)((?!日)[^\W\d_A-Za-z]{1,16}?(?:第?[一二三四五六七八九十]+届)人民代表大会(?:第[一二三四五六七八九十]+次会议)?)")
_OFFICE = r"(?:代理?)?(?:省长|市长|县长|区长|州长|旗长|盟长|主席|镇长|乡长)"
_SPEAKER = re.compile(rf"^(?P<place>[^\W\d_A-Za-z]{{0,16}}?)(?:人民政府)?(?P<office>{_OFFICE})[ \u3000]*(?P<name>[\u4e00-\u9fff·]{{2,4}})?"
                      r"(?=\s*$|各位代表)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Header:
    """The frame of a report; what is not there is empty."""

    title: str = ""
    issued: str | None = None
    speech_date: str | None = None
    meeting: str = ""
    speaker: str = ""
    office: str = ""
    publisher: str = ""
    place: str = ""  # how the frame calls the division, as written before 人民政府 or 县长
    fields: dict[str, str] = field(default_factory=dict)


def read_header(text: str) -> Header:
    """The frame of the report, from its first lines.

    >>> read_header("政府工作报告\\n——2024年1月5日在云溪县第十八届人民代表大会第三次会议上\\n县长赵某某\\n各位代表：").speaker
    '赵某某'
    """
    salutation = text.find("各位代表")
    head = text[:salutation + 60 if 0 <= salutation < 3000 else 1200]
    frame = head[:salutation + 4] if 0 <= salutation < 3000 else head[:400]
    fields = {name: value.strip() for name, value in _FIELD.findall(head)}
    body = _FIELD.sub("", frame)
    title = _TITLE.search(body)
    meeting = next((m for line in body.split("\n") if len(line) <= 60 and (m := _MEETING.search(line))), None)
    speaker = _SPEAKER.search(body)
    return Header(
        title=title.group().strip(" —") if title else fields.get("标题", fields.get("名称", "")),
        issued=next((date for name in _ISSUED if (date := iso_date(fields.get(name, "")))), None),
        speech_date=iso_date(body), meeting=meeting.group(1) if meeting else "",
        speaker=(speaker["name"] or "") if speaker else "", office=speaker["office"] if speaker else "",
        publisher=fields.get("发布机构", fields.get("发文机关", "")),
        place=speaker["place"].removesuffix("人民政府") if speaker else "", fields=fields)


def iso_date(text: str) -> str | None:
    """The first whole date in a text, as ISO 8601; none where there is no such day.

    >>> iso_date("——2024年1月31日"), iso_date("2024年")
    ('2024-01-31', None)
    """
    for year, month, day in _DATE.findall(text):
        if 1 <= int(month) <= 12 and 1 <= int(day) <= 31:
            return f"{year}-{int(month):02}-{int(day):02}"
    return None
