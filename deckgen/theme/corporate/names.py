"""What Office calls its layouts, in several languages, and what makers of templates call theirs."""

from __future__ import annotations

import re

from deckgen.model.theme import LayoutName

NAMES: dict[LayoutName, tuple[str, ...]] = {
    "Title Slide": (
        *("Title Slide", "标题幻灯片", "標題投影片", "タイトル スライド", "제목 슬라이드"),
        *("Titelfolie", "Diapositive de titre", "Diapositiva de título", "Cover", "封面", "首页", "표지", "表紙"),
    ),
    "Section Header": (
        *("Section Header", "节标题", "章節標題", "區段標題", "セクション見出し", "구역 머리글"),
        *("Abschnittsüberschrift", "Titre de section", "Encabezado de sección"),
        *("Divider", "Section", "Kapitel", "过渡页", "章节页", "章节", "转场"),
    ),
    "Title and Content": (
        *("Title and Content", "标题和内容", "標題及物件", "標題及內容", "タイトルとコンテンツ", "제목 및 내용"),
        *("Titel und Inhalt", "Titre et contenu", "Título y objetos", "Título y contenido", "Title, Content"),
        *("内容页", "正文页", "正文", "内容"),
    ),
    "Two Content": (
        *("Two Content", "两栏内容", "兩項物件", "兩個內容", "2 つのコンテンツ", "콘텐츠 2개", "Zwei Inhalte"),
        *("Deux contenus", "Dos objetos", "Dos contenidos"),
    ),
    "Comparison": (*("Comparison", "比较", "比對", "比較", "비교", "Vergleich", "Comparaison", "Comparación", "对比"),),
    "Title Only": (
        *("Title Only", "仅标题", "只有標題", "タイトルのみ", "제목만", "Nur Titel", "Titre seul"),
        *("Sólo el título", "Solo el título", "标题页"),
    ),
    "Picture with Caption": (
        *("Picture with Caption", "图片与标题", "含標題的圖片", "タイトル付きの図", "캡션 있는 그림"),
        *("Bild mit Überschrift", "Bild mit Beschriftung", "Image avec légende", "Imagen con título"),
    ),
}
_NOISE = re.compile(r"[\W\d_]+")


def plain(name: str) -> str:
    """A name without case, spaces, numbers and signs: copies of a layout are called `1_Title Slide`."""
    return _NOISE.sub("", name).casefold()


_PLAIN = {need: tuple(plain(name) for name in names) for need, names in NAMES.items()}


def alike(need: LayoutName, name: str) -> float:
    """How far a layout's name says that it is one for `need`: 1 by its very name, less where that is part of it."""
    own = plain(name)
    if own in _PLAIN.get(need, ()):
        return 1.0
    return 0.5 if any(len(known) > 1 and known in own for known in _PLAIN.get(need, ())) else 0.0
