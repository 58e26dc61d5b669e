"""Sentences for why a plan was not opened or saved: what happened, and what to do."""

from collections.abc import Mapping

from planner.app.plan_store import StoreRefused, Trouble
from planner.app.words import Words
from planner.domain.marks import N_

_SENTENCES: Mapping[Trouble, str] = {
    Trouble.MISSING: N_("找不到这个计划文件，可能已被移动、改名或删除。"),
    Trouble.NOT_READABLE: N_("没有权限读取这个计划文件，或者磁盘读取出错。"),
    Trouble.TOO_LARGE: N_("文件太大，不像是计划文件（上限 {limit} 字节）。"),
    Trouble.NOT_A_PLAN: N_("这不是计划文件，不能打开。"),
    Trouble.NEWER: N_("这个计划是用更新的版本（{needed}）保存的，请先升级本程序。"),
    Trouble.SEAL_BROKEN: N_("计划文件被别的程序改动过，内容检查无误，可以确认后打开。"),
    Trouble.DAMAGED: N_("计划文件已损坏，可以从备份打开，或把能读出的内容抢救到新文件。"),
    Trouble.CHANGED_ON_DISK: N_("打开之后，文件已被别的程序改动，没有覆盖；请另存，或重新打开后比较。"),
    Trouble.EXISTS: N_("同名文件已经存在，没有覆盖。"),
    Trouble.UNTITLED: N_("计划还没有文件名，请先另存。"),
    Trouble.READ_ONLY: N_("计划以只读方式打开，请另存为别的文件。"),
    Trouble.LOCKED: N_("{name}（{host}）正在使用这个计划，请稍后再试，或另存为别的文件。"),
    Trouble.DISK_FULL: N_("磁盘已满，没有保存；请腾出空间后重试，或保存到别处。"),
    Trouble.DISK_READ_ONLY: N_("磁盘是只读的，没有保存；请保存到别处。"),
    Trouble.NO_PERMISSION: N_("没有权限写入这个文件夹，没有保存；请保存到别处。"),
    Trouble.FOLDER_GONE: N_("文件夹已不存在，没有保存；请保存到别处。"),
    Trouble.IN_USE: N_("文件正被别的程序占用，没有保存；请关闭那个程序后重试，或保存到别处。"),
    Trouble.NAME_TOO_LONG: N_("文件名或路径太长，没有保存；请改用短一些的名称，或保存到上一级文件夹。"),
    Trouble.NOT_VERIFIED: N_("写入后读回的内容不一致，没有替换原文件；磁盘可能有问题，请保存到别处。"),
    Trouble.NOT_WRITTEN: N_("写入文件时出错，没有保存；请重试，或保存到别处。"),
    Trouble.NOTHING_TO_RECOVER: N_("没有可以恢复的编辑。"),
    Trouble.BASE_CHANGED: N_("计划文件在那之后又改过，未保存的编辑不能整体恢复；可以只恢复仍然适用的部分。"),
}


def trouble_sentence(words: Words, refused: StoreRefused) -> str:
    """Say in one sentence why a plan was not opened or saved, and what to do."""
    return words(_SENTENCES[refused.code]).format(**refused.details)
