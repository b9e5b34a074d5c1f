"""Families of relations: each module finds some relations in one sentence, in the scene of its report."""
