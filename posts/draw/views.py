"""The views that stand in for photographs."""

from __future__ import annotations

import random

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageOps
from tools import IMAGES, Point, Sheet, font, mixed, sky

TILES = ("#0B6E7F", "#C8502B", "#E2A32D", "#2E8B6F", "#7A3E5D", "#3F88A6", "#F1E3C6")


def mosaic() -> None:
    """A wall of broken tiles above a beach, four times as wide as high."""
    rng = random.Random(1882)
    sheet = Sheet(2400, 600, "#F8F2E6")
    columns, rows, step = 40, 8, 60
    grid = {
        (c, r): (c * step + rng.uniform(-16, 16), 40 + r * step + rng.uniform(-16, 16))
        for c in range(-1, columns + 2)
        for r in range(rows + 1)
    }
    for c in range(-1, columns + 1):
        for r in range(rows):
            corners = [grid[c, r], grid[c + 1, r], grid[c + 1, r + 1], grid[c, r + 1]]
            wave = 3.2 + 1.6 * ((c * 7919) % 11) / 11
            if r < wave - 2.5:
                continue
            cuts = [corners] if rng.random() < 0.45 else [corners[:3], [corners[0], corners[2], corners[3]]]
            for tile in cuts:
                sheet.polygon(shrunk(tile, 0.88), rng.choice(TILES))
    sheet.polygon([(0, 540), (2400, 540), (2400, 600), (0, 600)], "#E9D7AE")
    sheet.save("images/barcelona-2016/panorama.png", 48)


def shrunk(points: list[Point], share: float) -> list[Point]:
    """The polygon drawn towards its middle, to leave a joint."""
    x = sum(p[0] for p in points) / len(points)
    y = sum(p[1] for p in points) / len(points)
    return [(x + (p[0] - x) * share, y + (p[1] - y) * share) for p in points]


def hall() -> None:
    """A dark hall and its screen, stored lying on its side as telephones do."""
    width, height = 3264, 2448
    image = sky(width, height, ((0, "#0d1216"), (0.7, "#171d21"), (1, "#07090a")))
    glow = Image.new("RGB", image.size)
    ImageDraw.Draw(glow).rectangle((420, 330, 2840, 1700), fill="#56707a")
    image = ImageChops.add(image, glow.filter(ImageFilter.GaussianBlur(220)))
    draw = ImageDraw.Draw(image)
    screen: list[Point] = [(520, 420), (2760, 380), (2740, 1600), (540, 1640)]
    draw.polygon(screen, fill="#eef3f2")
    draw.polygon([(560, 470), (2720, 432), (2716, 640), (562, 672)], fill="#0B6E7F")
    draw.text((640, 560), "Neutron: routed networks", "#ffffff", font(130, bold=True), "lm")
    for number, words in enumerate(("One segment per rack", "Layer 2 inside, routing between", "Merged in Newton")):
        y = 850 + number * 240
        draw.ellipse((660, y - 26, 712, y + 26), fill="#C8502B")
        draw.text((780, y), words, "#22303A", font(112), "lm")
    rng = random.Random(2016)
    for row in range(3):
        for seat in range(11 + row * 2):
            size = 92 + row * 26
            x = (seat + 0.5) * width / (11 + row * 2) + rng.uniform(-40, 40)
            y = 1960 + row * 190 + rng.uniform(-30, 30)
            shade = mixed("#1a2226", "#020303", row / 2)
            draw.ellipse((x - size, y - size * 1.2, x + size, y + size * 1.2), fill=shade)
            draw.rounded_rectangle((x - size * 1.9, y + size, x + size * 1.9, height + 99), size, fill=shade)
    image = image.filter(ImageFilter.GaussianBlur(2.2))
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned a quarter clockwise
    saved(image.transpose(Image.Transpose.ROTATE_90), "images/barcelona-2016/hall.jpg", 58, exif)


def harbour() -> None:
    """Five ridges that fade into the mist above the sea."""
    width, height = 2800, 1050
    image = sky(width, height, ((0, "#c9dfe9"), (0.5, "#f7fafb"), (1, "#dce9ee")))
    rng = random.Random(2015)
    shades = ("#a9c9d6", "#6fa3b8", "#35788f", "#14506a", "#0b3447")
    for number, shade in enumerate(shades):
        base = 330 + number * 90
        ridge: list[Point] = [(0, base)]
        x = 0.0
        while x < width:
            x += rng.uniform(60, 190)
            ridge.append((x, base + rng.uniform(-150 + number * 18, 40)))
        layer = Image.new("L", image.size)
        ImageDraw.Draw(layer).polygon([*ridge, (width, height), (0, height)], fill=255)
        image.paste(Image.new("RGB", image.size, shade), mask=layer.filter(ImageFilter.GaussianBlur(3 - number * 0.4)))
    shore = 760
    water = ImageOps.flip(image.crop((0, 2 * shore - height, width, shore))).filter(ImageFilter.GaussianBlur(9))
    image.paste(Image.blend(water, Image.new("RGB", water.size, "#35788f"), 0.45), (0, shore))
    draw = ImageDraw.Draw(image)
    for _ in range(260):
        x, y = rng.uniform(0, width), rng.uniform(shore + 8, height)
        reach = 20 + (y - shore) * 0.5
        draw.line((x, y, x + reach, y), mixed("#6fa3b8", "#dce9ee", rng.random()), 2)
    saved(image, "images/vancouver-2015/harbour.jpg", 72)


def bridge() -> None:
    """Arches and a star at dusk."""
    width, height = 1800, 1200
    image = sky(
        width, height, ((0, "#1b2a41"), (0.35, "#2f4a6d"), (0.62, "#d97b29"), (0.72, "#f0dec4"), (1, "#b24a0a"))
    )
    deck, water = 560, 860
    layer = Image.new("L", (width, height))
    draw = ImageDraw.Draw(layer)
    draw.rectangle((0, deck, width, water), fill=255)
    for number in range(-1, 4):
        x = number * 480 + 110
        draw.ellipse((x, deck + 70, x + 420, deck + 700), fill=0)
    draw.rectangle((0, water, width, height), fill=0)
    image.paste(Image.new("RGB", image.size, "#16233a"), mask=layer.filter(ImageFilter.GaussianBlur(1.5)))
    mirror = ImageOps.flip(image.crop((0, 2 * water - height, width, water))).filter(ImageFilter.GaussianBlur(12))
    image.paste(Image.blend(mirror, Image.new("RGB", mirror.size, "#1b2a41"), 0.5), (0, water))
    draw = ImageDraw.Draw(image)
    for x in range(60, width, 150):
        draw.line((x, deck - 90, x, deck), "#16233a", 7)
        draw.ellipse((x - 13, deck - 112, x + 13, deck - 86), fill="#ffe2a8")
    rng = random.Random(512)
    for _ in range(70):
        x, y = rng.uniform(0, width), rng.uniform(20, 380)
        draw.ellipse((x, y, x + 4, y + 4), fill="#dfe7f2")
    saved(image, "images/austin-2016/bridge.jpg", 74)


def saved(image: Image.Image, name: str, quality: int, exif: Image.Exif | None = None) -> None:
    """Writes a JPEG below the posts."""
    path = IMAGES / name
    path.parent.mkdir(parents=True, exist_ok=True)
    image.save(path, quality=quality, optimize=True, progressive=True, exif=exif or Image.Exif())


VIEWS = (mosaic, hall, harbour, bridge)
