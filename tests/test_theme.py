"""Theme files and what is made of them."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from deckgen import theme
from deckgen.errors import InputError, UsageError
from deckgen.model import Canvas, Palette, Rect, Theme
from deckgen.model.theme import LayoutName
from deckgen.theme import contrast, files
from deckgen.theme.motifs import MOTIFS
from deckgen.theme.motifs.draw import box, disc, within
from deckgen.theme.tones import Tone

STANDARD = Canvas(720, 540)
CANVASES = (theme.WIDE, STANDARD)
NAMES = theme.names()


@cache
def loaded(name: str, canvas: Canvas = theme.WIDE, dark: bool = False) -> Theme:
    """A built-in theme, which does not change while the tests run."""
    return theme.load(name, canvas, dark)


def written(folder: Path, text: str) -> str:
    """A theme file with this text, by its path."""
    path = folder / "theme.toml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_seven_themes_plain_first() -> None:
    assert NAMES == ("plain", "austin", "barcelona", "beijing", "briefing", "tokyo", "vancouver")


@pytest.mark.parametrize("canvas", CANVASES)
@pytest.mark.parametrize("name", NAMES)
def test_every_slot_lies_on_the_slide_and_apart_from_its_neighbours(name: str, canvas: Canvas) -> None:
    for layout in loaded(name, canvas).layouts:
        for n, slot in enumerate(layout.slots):
            rect = slot.rect
            assert rect.x >= 48 - 0.01
            assert rect.right <= canvas.width - 48 + 0.01
            assert 0 <= rect.y < rect.bottom <= canvas.height
            for other in layout.slots[:n]:
                assert not _meet(rect, other.rect), f"{layout.name}: {slot.role} meets {other.role}"


def _meet(a: Rect, b: Rect) -> bool:
    across = min(a.right, b.right) - max(a.x, b.x)
    down = min(a.bottom, b.bottom) - max(a.y, b.y)
    return across > 0.01 and down > 0.01


@pytest.mark.parametrize("canvas", CANVASES)
@pytest.mark.parametrize("name", NAMES)
def test_ornaments_never_meet_a_slot(name: str, canvas: Canvas) -> None:
    """A drawing either lies behind the whole of a slot, as a panel does, or does not touch it at all."""
    for layout in loaded(name, canvas).layouts:
        for drawing in layout.drawings:
            for polygon in drawing.polygons:
                for slot in layout.slots:
                    shared = within(polygon, slot.rect)
                    assert not shared or _area(shared) < 0.01 or _area(shared) > 0.999 * slot.rect.w * slot.rect.h, (
                        f"{layout.name}: {drawing.name} meets {slot.role}"
                    )


def _area(polygon: tuple[tuple[float, float], ...]) -> float:
    return abs(sum(x * polygon[n - 1][1] - polygon[n - 1][0] * y for n, (x, y) in enumerate(polygon))) / 2


@pytest.mark.parametrize("canvas", CANVASES)
@pytest.mark.parametrize("name", NAMES)
def test_ornaments_stay_on_the_slide_and_are_few(name: str, canvas: Canvas) -> None:
    whole = loaded(name, canvas)
    for layout in whole.layouts:
        points = [point for drawing in layout.drawings for polygon in drawing.polygons for point in polygon]
        assert all(-0.01 <= x <= canvas.width + 0.01 and -0.01 <= y <= canvas.height + 0.01 for x, y in points)
        assert len(layout.drawings) <= 48
    generous: tuple[LayoutName, ...] = ("Title Slide", "Section Header", "Closing", "Title and Content")
    assert all(whole.layout(each).drawings for each in generous)


@pytest.mark.parametrize("dark", [False, True], ids=("light", "dark"))
@pytest.mark.parametrize("name", NAMES)
def test_every_text_can_be_read_on_its_ground(name: str, dark: bool) -> None:
    pairs = list(contrast.pairs(loaded(name, dark=dark)))
    assert len(pairs) > 80
    for what, text, ground, needed in pairs:
        assert contrast.ratio(text, ground) >= needed, what


def test_contrast_is_that_of_wcag() -> None:
    assert contrast.ratio("000000", "FFFFFF") == pytest.approx(21)
    assert contrast.ratio("777777", "FFFFFF") == pytest.approx(4.478, abs=0.001)
    assert contrast.ratio("FFFFFF", "0000FF") == pytest.approx(8.592, abs=0.001)
    assert contrast.ratio("123456", "123456") == 1


@pytest.mark.parametrize("canvas", CANVASES)
@pytest.mark.parametrize("name", NAMES)
def test_the_dark_variant_changes_colours_alone(name: str, canvas: Canvas) -> None:
    light, dark = loaded(name, canvas), loaded(name, canvas, dark=True)
    assert dark.name == f"{name}-dark"
    assert dark.palette.night
    assert not light.palette.night
    assert dark.fonts == light.fonts
    for by_day, by_night in zip(light.layouts, dark.layouts, strict=True):
        assert by_night.ground == by_day.ground
        for one, other in zip(by_day.slots, by_night.slots, strict=True):
            assert replace(other, style=replace(other.style, color=one.style.color)) == one
        assert [d.polygons for d in by_night.drawings] == [d.polygons for d in by_day.drawings]


@pytest.mark.parametrize("name", NAMES)
def test_charts_of_the_dark_variant_stand_out_from_their_ground(name: str) -> None:
    palette = loaded(name, dark=True).palette
    assert all(contrast.ratio(colour, ground) >= 3 for colour in palette.series for ground in _grounds(palette))


def _grounds(palette: Palette) -> tuple[str, str]:
    return palette.ground, palette.surface


@pytest.mark.parametrize("colour", ["FF0000", "00FF00", "0000FF", "0B6E7F", "FFFFFF", "000000", "777777"])
def test_a_colour_survives_the_way_to_its_tone_and_back(colour: str) -> None:
    assert Tone.of(colour).rgb == colour


def test_tones_are_those_of_their_space() -> None:
    """The values that the space's author gives for red, and that white has no hue."""
    red, white = Tone.of("FF0000"), Tone.of("FFFFFF")
    assert (red.light, red.chroma) == pytest.approx((0.62796, 0.25768), abs=1e-4)
    assert (white.light, white.chroma) == pytest.approx((1, 0), abs=1e-4)
    assert Tone(0.5, 0.5, red.hue).rgb != "FF0000", "a colour that no screen shows is made paler, not clipped"


def test_narrow_canvas_keeps_margins_and_type() -> None:
    wide, narrow = theme.load("plain"), theme.load("plain", STANDARD)
    first, second = (narrow.layout("Two Content").slot("body", n) for n in (0, 1))
    assert first.rect.x == 48
    assert second.rect.right == pytest.approx(672)
    assert first.rect.w == pytest.approx(second.rect.w, abs=0.02)
    assert first.style == wide.layout("Two Content").slot("body").style


def test_same_theme_for_the_same_summit() -> None:
    chosen = [theme.for_name(slug) for slug in ("paris-2014", "berlin-2018", "boston-2017", "峰会", "")]
    assert chosen == [theme.for_name(slug) for slug in ("paris-2014", "berlin-2018", "boston-2017", "峰会", "")]
    assert set(chosen) <= set(NAMES) - {"plain"}
    assert {theme.for_name(f"summit-{n}") for n in range(60)} == set(NAMES) - {"plain"}
    assert theme.for_name("paris-2014") == "tokyo", "a stable hash: never changes between versions"


def test_a_theme_of_ones_own_extends_another(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        'extends = "tokyo"\nmotif = "quarters"\n[palette]\naccent = "a02020"\n[styles.body]\nsizes = [18, 24]\n',
    )
    own = theme.load(path)
    assert own.name == tmp_path.name
    assert own.palette.accent == "A02020"
    assert own.palette.primary == theme.load("tokyo").palette.primary
    body = own.layout("Title and Content").slot("body").style
    assert body.sizes == (24, 18)
    assert body.indent == 20
    assert own.layout("Title Slide").drawings[0].fill == own.palette.dark
    assert theme.load(str(tmp_path)) == own


def test_a_changed_colour_changes_by_night_too(tmp_path: Path) -> None:
    base = tmp_path / "base"
    base.mkdir()
    written(base, 'extends = "tokyo"\n[dark.palette]\naccent = "FFAA88"\nprimary = "AABBFF"\n')
    assert theme.load(str(base), dark=True).palette.accent == "FFAA88"
    assert theme.load(str(base)).palette == theme.load("tokyo").palette
    path = written(tmp_path, 'extends = "base"\n[palette]\naccent = "006600"\n')
    own = theme.load(path, dark=True).palette
    assert own.primary == "AABBFF"
    red, green, blue = (int(own.accent[i : i + 2], 16) for i in (0, 2, 4))
    assert green > max(red, blue)
    assert contrast.ratio(own.accent, own.surface) >= contrast.NORMAL


def test_a_theme_says_its_night_itself(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        'extends = "vancouver"\n[dark.palette]\nground = "000000"\n[dark.scene]\ndark = "101010"\n'
        '[dark.styles.lead]\ncolor = "ink"\n[dark.layouts.Quote.panels."panel edge"]\nfill = "bright"\n',
    )
    dark = theme.load(path, dark=True)
    assert dark.palette.ground == "000000"
    assert dark.layout("Title and Content").slot("lead").style.color == "ink"
    assert dark.layout("Title and Content").slot("lead").style.sizes == (19, 18)
    assert dark.palette.bright in {drawn.fill for drawn in dark.layout("Quote").drawings}
    light = theme.load(path)
    assert light.layouts == theme.load("vancouver").layouts


@pytest.mark.parametrize("motif", MOTIFS)
def test_a_motif_takes_a_series_of_any_length(motif: str, tmp_path: Path) -> None:
    path = written(tmp_path, f'extends = "plain"\nmotif = "{motif}"\n[palette]\nseries = ["226699", "AA4422"]\n')
    for dark in (False, True):
        assert theme.load(path, dark=dark).layout("Title Slide").drawings


def test_a_theme_extends_one_beside_it(tmp_path: Path) -> None:
    (tmp_path / "base").mkdir()
    (tmp_path / "child").mkdir()
    written(tmp_path / "base", 'extends = "plain"\n[fonts]\nlatin = "Georgia"\n')
    path = written(tmp_path / "child", 'extends = "../base"\n')
    assert theme.load(path).fonts.latin == "Georgia"


BAD = {
    'extends = "plain"\n[palette]\naccent = "C85"\n': ("palette.accent: not a colour: C85", "C2410C"),
    'extends = "plain"\n[palette]\nacent = "C2410C"\n': ("palette.acent: unknown key", "accent"),
    'extends = "plain"\n[palette]\nmuted = "AAAAAA"\n': (
        "palette: contrast of muted on ground is 2.32",
        "at least 4.5",
    ),
    'extends = "plain"\n[pallete]\n': ("pallete: unknown key", "palette"),
    'extends = "plain"\n[dark.fonts]\nlatin = "Arial"\n': ("dark.fonts: unknown key", "palette, scene"),
    'extends = "plain"\n[dark.palette]\nacent = "C2410C"\n': ("dark.palette.acent: unknown key", "accent"),
    'extends = "plain"\n[dark.scene]\nground = "black"\n': ("scene.ground: not a colour: black", "C2410C"),
    'extends = "plain"\n[dark.palette]\nmuted = "333333"\n': ("palette: contrast of muted on ground", "at least 4.5"),
    'extends = "plane"\n': ("extends: unknown theme: plane", "plain, austin, barcelona"),
    "extends = 3\n": ("extends: not the name of a theme", "plain"),
    'extends = "plain"\nmotif = "moasic"\n': ("motif: unknown: moasic", "mosaic"),
    'extends = "plain"\n[styles.body]\nsizes = []\n': ("styles.body.sizes: not a list of some numbers", ""),
    'extends = "plain"\n[styles.body]\nsizes = ["big"]\n': ("styles.body.sizes: not a number from 6 to 200: big", ""),
    'extends = "plain"\n[styles.body]\ncolor = "pink"\n': ("styles.body.color: unknown: pink", "primary"),
    'extends = "plain"\n[styles.title]\nbold = "yes"\n': ("styles.title.bold: not true or false: yes", ""),
    'extends = "plain"\n[layouts."Title slide"]\n': ("layouts.Title slide: unknown key", "Title Slide"),
    'extends = "plain"\n[layouts.Quote.slots]\nquot = {}\n': (
        "layouts.Quote.slots.quot: not the name of a slot",
        "quote",
    ),
    'extends = "plain"\n[layouts.Quote.slots]\nquote = { rect = [800, 100, 300, 100] }\n': (
        "layouts.Quote.slots.quote.rect: not on the slide",
        "960 x 540",
    ),
    'extends = "plain"\n[layouts.Quote.slots]\nquote = { style = "huge" }\n': (
        "layouts.Quote.slots.quote.style: unknown: huge",
        "title",
    ),
    'extends = "plain"\n[layouts.Quote.slots]\nlead = { anchor = "centre" }\n': (
        "layouts.Quote.slots.lead.anchor: unknown: centre",
        "middle",
    ),
    '[palette]\nink = "000000"\n': ("palette.ground: missing", "extend a theme"),
    "palette = 3\n": ("palette: not a table", ""),
    "[palette\n": ("not valid TOML", ""),
}


@pytest.mark.parametrize("text", BAD)
def test_a_bad_theme_file_is_told_by_file_key_and_choices(text: str, tmp_path: Path) -> None:
    path = written(tmp_path, text)
    message, hint = BAD[text]
    with pytest.raises(InputError) as caught:
        theme.load(path, dark="[dark." in text)
    notice = caught.value.notice
    assert notice.path == path
    assert notice.message.startswith(message)
    assert hint in notice.hint
    assert not notice.message.endswith(".")


def test_a_theme_must_have_every_layout(tmp_path: Path) -> None:
    base = (files.folder() / "plain" / files.FILE).read_text(encoding="utf-8")
    path = written(
        tmp_path,
        base.replace("[layouts.Closing.slots]", "[layouts.Closing.panels]").split("title = { rect = [48, 8, 576")[0],
    )
    with pytest.raises(InputError) as caught:
        theme.load(path)
    assert caught.value.notice.message == "layouts.Closing: no slot for a title"
    assert "extend plain" in caught.value.notice.hint


def test_themes_that_extend_one_another_are_told(tmp_path: Path) -> None:
    for name, base in (("one", "../two"), ("two", "../one")):
        (tmp_path / name).mkdir()
        written(tmp_path / name, f'extends = "{base}"\n')
    with pytest.raises(InputError, match="cannot extend itself"):
        theme.load(str(tmp_path / "one"))


def test_a_theme_file_that_is_not_text(tmp_path: Path) -> None:
    (tmp_path / "theme.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match="cannot be read as UTF-8 text"):
        theme.load(str(tmp_path))


def test_an_unknown_theme_names_the_choices() -> None:
    with pytest.raises(UsageError) as caught:
        theme.load("bacelona")
    assert caught.value.notice.message == "unknown theme: bacelona"
    assert "barcelona" in caught.value.notice.hint


def test_every_motif_is_used_by_a_theme() -> None:
    said = "".join(path.read_text(encoding="utf-8") for path in files.folder().glob("*/theme.toml"))
    assert all(f'motif = "{name}"' in said for name in MOTIFS)


def test_cutting_keeps_what_lies_inside() -> None:
    frame = Rect(0, 0, 10, 10)
    assert set(within(box(Rect(5, 5, 10, 10)), frame)) == set(box(Rect(5, 5, 5, 5)))
    assert within(box(Rect(20, 20, 5, 5)), frame) == ()
    assert _area(within(disc((10, 10), 4), frame)) == pytest.approx(12.55, abs=0.05)


def test_themes_travel_in_the_wheel_and_their_picture_does_not(tmp_path: Path) -> None:
    pytest.importorskip("hatchling", reason="the build backend is not installed here")
    root = Path(__file__).resolve().parent.parent
    code = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], cwd=root, capture_output=True, text=True, check=True
    )
    names = zipfile.ZipFile(tmp_path / done.stdout.split()[-1]).namelist()
    assert {name.split("/")[2] for name in names if name.startswith("deckgen/themes/")} == set(NAMES)
    assert not [name for name in names if "overview" in name]
    picture = (root / "themes" / "overview.png").read_bytes()
    assert len(picture) < 400_000
    assert 1000 < int.from_bytes(picture[16:20], "big") <= 1400, "the width that the README shows"


def test_a_theme_beside_the_caller_is_named_after_its_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path, 'extends = "plain"\n')
    monkeypatch.chdir(tmp_path)
    assert theme.load("theme.toml", dark=True).name == f"{tmp_path.name}-dark"
