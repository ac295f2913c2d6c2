"""Pictures of every kind that a post may hold, whole and broken, as real files."""

from __future__ import annotations

import io
import os
import random
import struct
import sys
import tracemalloc
import zlib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms, ImageDraw

from deckgen.errors import InputError
from deckgen.model import Code, Facts, Media, Picture, Post, Section, Source
from deckgen.pictures import measure, prepare

ORIENTATION, GPS = 0x0112, 0x8825
OUR_POSTS = Path(__file__).parents[1] / "posts"
SEEDS = Path(__file__).parents[1] / "../shared/seeds/images"


def corners(width: int, height: int, mode: str = "RGB") -> Image.Image:
    """Red top left, green top right, blue bottom left, white bottom right: one sees how it was turned."""
    image = Image.new("RGB", (width, height), "white")
    draw = ImageDraw.Draw(image)
    w, h = width // 2, height // 2
    draw.rectangle((0, 0, w - 1, h - 1), fill=(255, 0, 0))
    draw.rectangle((w, 0, width, h - 1), fill=(0, 255, 0))
    draw.rectangle((0, h, w - 1, height), fill=(0, 0, 255))
    return image if mode == "RGB" else image.convert(mode)


def photo(width: int, height: int) -> Image.Image:
    return Image.frombytes("RGB", (width, height), random.Random(7).randbytes(width * height * 3))


def encoded(image: Image.Image, kind: str) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind)
    return buffer.getvalue()


def colours(media: Media) -> list[str]:
    """What stands in the four corners of a prepared picture, in reading order."""
    image = Image.open(io.BytesIO(media.blob)).convert("RGB")
    names = {(1, 0, 0): "red", (0, 1, 0): "green", (0, 0, 1): "blue", (1, 1, 1): "white", (0, 0, 0): "black"}
    w, h = image.size
    spots = ((w // 4, h // 4), (3 * w // 4, h // 4), (w // 4, 3 * h // 4), (3 * w // 4, 3 * h // 4))
    found = []
    for spot in spots:
        pixel = image.getpixel(spot)
        assert isinstance(pixel, tuple)
        found.append(names.get((pixel[0] > 127, pixel[1] > 127, pixel[2] > 127), str(pixel)))
    return found


UPRIGHT = ["red", "green", "blue", "white"]


def saved(path: Path, image: Image.Image, **options: Any) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    image.save(path, **options)
    return path


def post_of(*paths: Path) -> Post:
    pictures = tuple(Picture(str(p), f"images/{p.name}", "", "", Source("p.md", n, n)) for n, p in enumerate(paths, 1))
    section = Section(("A",), 1, (*pictures, Code("x", "", Source("p.md", 99, 99))), Source("p.md", 1, 99))
    return Post("p.md", Facts("t"), (section,), "")


def sizes(post: Post) -> list[tuple[int, int]]:
    return [(b.width, b.height) for s in post.sections for b in s.blocks if isinstance(b, Picture)]


def fault(path: Path) -> str:
    """The one notice that the picture earns."""
    post = measure(post_of(path))
    assert sizes(post) == []
    assert len(post.sections[0].blocks) == 1, "what is not a picture stays"
    (notice,) = post.notices
    assert (notice.path, notice.line, notice.lost) == ("p.md", 1, True)
    with pytest.raises(InputError, match=r"^.*: picture cannot be shown: "):
        prepare(path, 400, 300)
    return str(notice)


@pytest.mark.parametrize("turn", range(1, 9))
def test_a_picture_is_measured_and_shown_upright(tmp_path: Path, turn: int) -> None:
    undo = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}  # Transpose: flips, then rotations anticlockwise
    image = corners(80, 60)
    stored = image if turn == 1 else image.transpose(Image.Transpose(undo[turn]))
    exif = Image.Exif()
    exif[ORIENTATION] = turn
    for name in ("a.jpg", "a.png", "a.webp", "a.tif"):
        path = saved(tmp_path / name, stored, exif=exif)
        assert sizes(measure(post_of(path))) == [(80, 60)], name
        media = prepare(path, 400, 300)
        assert (media.width, media.height, colours(media)) == (80, 60, UPRIGHT), name


def test_a_small_jpeg_or_png_is_kept_byte_for_byte_whatever_its_name(tmp_path: Path) -> None:
    jpeg = saved(tmp_path / "really-a-jpeg.png", corners(640, 480), format="JPEG")
    png = saved(tmp_path / "really-a-png.JPG", corners(640, 480), format="PNG")
    palette = saved(tmp_path / "palette.png", corners(640, 480).quantize(8))
    for path, extension in ((jpeg, "jpg"), (png, "png"), (palette, "png")):
        assert prepare(path, 300, 225) == Media(path.read_bytes(), extension, 640, 480)  # type: ignore[arg-type]


def test_the_first_frame_of_an_mpo_is_a_plain_jpeg(tmp_path: Path) -> None:
    path = saved(
        tmp_path / "10.JPG",
        corners(200, 120),
        format="MPO",
        save_all=True,
        append_images=[Image.new("RGB", (200, 120))],
    )
    with Image.open(path) as image:
        assert image.format == "MPO"
    media = prepare(path, 400, 240)
    with Image.open(io.BytesIO(media.blob)) as image:
        assert (image.format, image.size) == ("JPEG", (200, 120))
    assert colours(media) == UPRIGHT


@pytest.mark.parametrize(
    ("name", "mode", "options"),
    [
        ("cmyk.jpg", "CMYK", {}),
        ("grey.jpg", "L", {}),
        ("palette.gif", "P", {}),
        ("bits.tif", "1", {}),
        ("cmyk.tif", "CMYK", {}),
        ("plain.bmp", "RGB", {}),
        ("plain.webp", "RGB", {"lossless": True}),
        ("plain.avif", "RGB", {}),
        ("plain.jp2", "RGB", {}),
        ("grey-alpha.png", "LA", {}),
        ("lzw.tif", "RGB", {"compression": "tiff_lzw"}),
    ],
)
def test_every_kind_becomes_what_every_program_shows(
    tmp_path: Path, name: str, mode: str, options: dict[str, Any]
) -> None:
    path = saved(tmp_path / name, corners(160, 120, mode), **options)
    assert sizes(measure(post_of(path))) == [(160, 120)]
    media = prepare(path, 200, 150)
    with Image.open(io.BytesIO(media.blob)) as image:
        assert image.format == {"jpg": "JPEG", "png": "PNG"}[media.extension]
        assert image.mode in ("L", "LA", "P", "RGB", "RGBA")
        assert image.size == (media.width, media.height) == (160, 120)
    if mode not in ("L", "1", "LA"):
        assert colours(media) == UPRIGHT


def test_an_animation_stands_still_at_its_first_frame(tmp_path: Path) -> None:
    frames = [Image.new("RGB", (160, 120), name) for name in ("blue", "black")]
    for name in ("a.gif", "a.png", "a.webp"):
        path = saved(tmp_path / name, corners(160, 120), save_all=True, append_images=frames, duration=100)
        media = prepare(path, 200, 150)
        assert colours(media) == UPRIGHT, name
        assert media.extension == "png"
        with Image.open(io.BytesIO(media.blob)) as image:
            assert getattr(image, "n_frames", 1) == 1


def test_sixteen_bits_a_channel_become_eight_without_losing_the_greys(tmp_path: Path) -> None:
    ramp = Image.frombytes("I;16", (256, 16), b"".join(struct.pack("<H", x * 257) for x in range(256)) * 16)
    for name in ("ramp.png", "ramp.tif"):
        media = prepare(saved(tmp_path / name, ramp), 200, 12.5)
        greys = Image.open(io.BytesIO(media.blob)).convert("L").crop((0, 5, 256, 6)).tobytes()
        assert list(greys) == pytest.approx(list(range(256)), abs=1), name


def test_what_shines_through_stays_so(tmp_path: Path) -> None:
    image = Image.new("RGBA", (400, 300), (200, 30, 30, 0))
    ImageDraw.Draw(image).ellipse((100, 50, 300, 250), fill=(20, 90, 160, 255))
    media = prepare(saved(tmp_path / "logo.webp", image, lossless=True), 40, 30)
    assert (media.extension, media.width, media.height) == ("png", 122, 92)
    shown = Image.open(io.BytesIO(media.blob))
    assert shown.getpixel((0, 0)) is not None
    assert shown.mode == "RGBA"
    assert shown.getchannel("A").getextrema() == (0, 255)


def test_scaled_down_to_220_dpi_of_the_box_and_never_up(tmp_path: Path) -> None:
    large = saved(tmp_path / "large.jpg", corners(4032, 3024))
    media = prepare(large, 420, 315)
    assert (media.width, media.height, colours(media)) == (1283, 962, UPRIGHT)
    assert len(media.blob) < large.stat().st_size
    small = saved(tmp_path / "small.bmp", corners(100, 75))
    assert prepare(small, 900, 675).width == 100
    nearly = saved(tmp_path / "nearly.jpg", corners(1500, 1125))
    assert prepare(nearly, 420, 315).blob == nearly.read_bytes()


def test_a_photograph_in_a_png_becomes_a_jpeg_and_a_drawing_stays_a_png(tmp_path: Path) -> None:
    assert prepare(saved(tmp_path / "photo.png", photo(2000, 1500)), 500, 375).extension == "jpg"
    assert prepare(saved(tmp_path / "drawing.png", corners(2000, 1500)), 500, 375).extension == "png"


def test_the_place_where_it_was_taken_is_not_passed_on(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x010F] = "SecretCamera"
    exif.get_ifd(GPS)[1] = "N"
    exif.get_ifd(GPS)[2] = (41.0, 23.0, 0.0)
    for name, width in (("kept.jpg", 640), ("scaled.jpg", 3000), ("scaled.png", 3000), ("kept.webp", 640)):
        path = saved(tmp_path / name, corners(width, width * 3 // 4), exif=exif)
        assert b"SecretCamera" in path.read_bytes()
        media = prepare(path, 300, 225)
        assert b"SecretCamera" not in media.blob, name
        assert colours(media) == UPRIGHT
    with Image.open(tmp_path / "kept.jpg") as before, Image.open(io.BytesIO(prepare(path, 300, 225).blob)):
        after = Image.open(io.BytesIO(prepare(tmp_path / "kept.jpg", 300, 225).blob))
        assert before.tobytes() == after.tobytes(), "the pixels of a small JPEG stay bit for bit"


def test_colours_of_another_profile_become_those_of_screens(tmp_path: Path) -> None:
    swapped = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    path = saved(tmp_path / "odd.jpg", corners(3000, 2250), icc_profile=swapped.tobytes())
    assert colours(prepare(path, 300, 225)) == UPRIGHT, "a profile that does not fit is passed over"
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    path = saved(tmp_path / "srgb.jpg", corners(3000, 2250), icc_profile=srgb.tobytes())
    media = prepare(path, 300, 225)
    assert colours(media) == UPRIGHT
    assert "icc_profile" not in Image.open(io.BytesIO(media.blob)).info


def test_the_same_file_and_box_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.jpg", "a.png", "a.webp"):
        path = saved(tmp_path / name, photo(1200, 900))
        assert prepare(path, 200, 150) == prepare(path, 200, 150)


def broken_png(width: int, height: int) -> bytes:
    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.jpg", b"", "the file is empty"),
        ("page.jpg", b"<!DOCTYPE html><html><body>404</body></html>", "it is a web page, not a picture"),
        ("notes.png", b"just some words", "it is something unknown, not a picture"),
        ("drawing.eps", b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10", "it is PostScript, not a picture"),
        ("paper.jpg", b"%PDF-1.7\n", "it is a PDF, not a picture"),
        ("film.jpg", b"\0\0\0\x18ftypmp42\0\0\0\0isommp42", "it is a film, not a picture"),
        ("lfs.png", b"version https://git-lfs.github.com/spec/v1\noid sha256:0", "it is a Git LFS pointer"),
        ("huge.png", broken_png(60000, 60000), "pixels"),
        ("large.png", broken_png(9000, 9000), "it has 9000 x 9000 pixels"),
        ("flat.png", broken_png(0, 10), "it is broken or cut off"),
        ("counter.png", broken_png(1, 1), "it has only 1 x 1 pixels"),
        ("head.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF", "it is broken or cut off"),
        ("head.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "it is broken or cut off"),
        ("head.webp", b"RIFF\xff\xff\0\0WEBPVP8 ", "it is broken or cut off"),
        ("head.avif", b"\0\0\0\x18ftypavif\0\0\0\0mif1avif", "it is broken or cut off"),
        ("head.tif", b"II*\0\x08\0\0\0\xff\xff", "it is broken or cut off"),
        ("loop.tif", b"II*\0\x08\0\0\0\0\0\x08\0\0\0", "it is broken or cut off"),
        ("head.bmp", b"BM" + bytes(60), "it is broken or cut off"),
        ("head.jp2", b"\0\0\0\x0cjP  \r\n\x87\n" + bytes(40), "it is broken or cut off"),
    ],
)
def test_what_is_no_picture_is_taken_out_with_a_reason(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert f"p.md:1: picture cannot be shown: images/{name}: " in fault(path)
    assert reason in fault(path)


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp", "a.gif", "a.avif", "a.bmp", "a.tif", "a.jp2"])
def test_a_picture_that_is_cut_off_is_taken_out(tmp_path: Path, name: str) -> None:
    whole = saved(tmp_path / name, photo(300, 200)).read_bytes()
    for part in (0.3, 0.6, 0.9):
        (tmp_path / name).write_bytes(whole[: int(len(whole) * part)])
        assert "broken or cut off" in fault(tmp_path / name), part


def test_a_jpeg_is_not_taken_for_whole_because_its_thumbnail_is(tmp_path: Path) -> None:
    exif = b"Exif\0\0" + b"MM\0*\0\0\0\x08\0\0\0\0\0\0" + encoded(corners(40, 30), "JPEG")
    path = saved(tmp_path / "a.jpg", photo(64, 48), exif=exif)
    path.write_bytes(path.read_bytes()[:-600])
    assert "broken or cut off" in fault(path)


def test_a_picture_that_only_lacks_its_last_bytes_is_shown_but_written_anew(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.png", corners(300, 200))
    path.write_bytes(path.read_bytes()[:-12])
    assert sizes(measure(post_of(path))) == [(300, 200)]
    media = prepare(path, 200, 150)
    assert media.blob.endswith(b"IEND\xaeB`\x82")
    assert colours(media) == UPRIGHT


def test_what_follows_a_picture_in_its_file_is_left_behind(tmp_path: Path) -> None:
    path = saved(tmp_path / "moving.jpg", corners(300, 200))
    path.write_bytes(path.read_bytes() + b"ftypmp42" + bytes(100_000))
    media = prepare(path, 200, 150)
    assert len(media.blob) < 20_000
    assert colours(media) == UPRIGHT


def test_a_bomb_costs_no_memory(tmp_path: Path) -> None:
    path = tmp_path / "bomb.png"
    path.write_bytes(broken_png(60000, 60000))
    tracemalloc.start()
    fault(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 5_000_000


def test_missing_files_folders_pipes_and_forbidden_files(tmp_path: Path) -> None:
    assert "there is no such file" in fault(tmp_path / "gone.jpg")
    assert "it is not a file" in fault(tmp_path)
    os.mkfifo(tmp_path / "pipe.jpg")
    assert "it is not a file" in fault(tmp_path / "pipe.jpg")
    (tmp_path / "ring.jpg").symlink_to(tmp_path / "ring.jpg")
    assert "picture cannot be shown" in fault(tmp_path / "ring.jpg")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.jpg", corners(80, 60))
    path.chmod(0)
    assert "it may not be read" in fault(path)


def test_one_broken_picture_leaves_the_others(tmp_path: Path) -> None:
    good = saved(tmp_path / "good.jpg", corners(80, 60))
    bad = tmp_path / "bad.jpg"
    bad.write_bytes(b"nothing")
    post = measure(post_of(good, bad, good))
    assert sizes(post) == [(80, 60), (80, 60)]
    assert [(n.line, n.lost) for n in post.notices] == [(2, True)]


DRAWING = """<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 30">
<rect width="20" height="15" fill="#f00"/><rect x="20" width="20" height="15" fill="#0f0"/>
<rect y="15" width="20" height="15" fill="#00f"/><rect x="20" y="15" width="20" height="15" fill="#fff"/>{}</svg>"""


def test_a_drawing_is_drawn_as_large_as_it_is_shown(tmp_path: Path) -> None:
    pytest.importorskip("resvg_py", reason="resvg-py is not installed")
    path = tmp_path / "drawing.svg"
    path.write_text(DRAWING.format("<a href='https://example.org'><path d='M0 0'/></a>"))
    assert sizes(measure(post_of(path))) == [(2400, 1800)]
    media = prepare(path, 360, 270)
    assert (media.extension, media.width, media.height, colours(media)) == ("png", 1100, 825, UPRIGHT)


@pytest.mark.parametrize(
    ("inside", "reason"),
    [
        ('<image href="/etc/passwd" width="9" height="9"/>', "refers to other files"),
        ('<image xlink:href="http://127.0.0.1/a.png" width="9" height="9"/>', "refers to other files"),
        ('<rect style="fill:url(http://127.0.0.1/)" width="9" height="9"/>', "refers to other files"),
        ("<style>@import 'http://127.0.0.1/a.css';</style>", "refers to other files"),
        ('<g id="a"><use href="#b"/></g><path id="b" d="M0 0"/><use href="#a"/>', "reuses shapes within reused shapes"),
    ],
)
def test_a_drawing_that_means_harm_is_refused(tmp_path: Path, inside: str, reason: str) -> None:
    pytest.importorskip("resvg_py", reason="resvg-py is not installed")
    path = tmp_path / "drawing.svg"
    path.write_text(DRAWING.format(inside))
    assert reason in fault(path)
    path.write_text('<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + DRAWING.partition("?>")[2].format("&a;"))
    assert "declares entities" in fault(path)


def test_a_photograph_of_a_telephone_is_shown(tmp_path: Path) -> None:
    heif = pytest.importorskip("pillow_heif", reason="pillow-heif is not installed")
    heif.register_heif_opener()
    path = saved(tmp_path / "phone.jpg", corners(160, 120), format="HEIF")
    assert sizes(measure(post_of(path))) == [(160, 120)]
    assert colours(prepare(path, 200, 150)) == UPRIGHT


@pytest.mark.parametrize(("module", "name"), [("resvg_py", "a.svg"), ("pillow_heif", "a.heic")])
def test_without_the_library_the_hint_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str, name: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    path = tmp_path / name
    path.write_bytes(DRAWING.encode() if name == "a.svg" else b"\0\0\0\x18ftypheic\0\0\0\0mif1heic")
    assert f"pip install {module.replace('_py', '-py').replace('_heif', '-heif')}, or" in fault(path)


SAMPLES = {
    kind: encoded(photo(24, 16), kind) for kind in ("JPEG", "PNG", "GIF", "WEBP", "AVIF", "BMP", "TIFF", "JPEG2000")
}


@settings(deadline=None, max_examples=200, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(sorted(SAMPLES)), st.data())
def test_any_damage_is_either_shown_or_told(tmp_path: Path, kind: str, data: st.DataObject) -> None:
    blob = bytearray(SAMPLES[kind])
    for _ in range(data.draw(st.integers(1, 8))):
        blob[data.draw(st.integers(0, len(blob) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path / "damaged"
    path.write_bytes(bytes(blob))
    post = measure(post_of(path))
    assert len(sizes(post)) + len(post.notices) == 1
    try:
        media = prepare(path, 20, 20)
    except InputError:
        return
    if sizes(post):
        assert Image.open(io.BytesIO(media.blob)).size == (media.width, media.height)


def test_pictures_of_our_own_posts() -> None:
    files = sorted(p for p in OUR_POSTS.rglob("images/**/*") if p.is_file())
    assert len(files) >= 20
    assert [p.name for p in files if p.stat().st_size > 150_000] == []
    post = measure(post_of(*files))
    assert post.notices == ()
    shown = dict(zip((p.name for p in files), sizes(post), strict=True))
    assert shown["hall.jpg"] == (3264, 2448), "it lies on its side in the file"
    assert {(w > 2 * h, h > w) for w, h in shown.values()} == {(True, False), (False, True), (False, False)}


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the photographs of the five posts are not on this machine")
def test_photographs_of_real_posts() -> None:
    files = sorted(p for p in SEEDS.rglob("*") if p.is_file())
    post = measure(post_of(*files))
    assert post.notices == ()
    for path, (width, height) in zip(files, sizes(post), strict=True):
        media = prepare(path, 420, 420 * height / width)
        with Image.open(io.BytesIO(media.blob)) as image:
            assert (image.format, image.size) == ("JPEG", (media.width, media.height)), path
        assert len(media.blob) < 300_000, path
