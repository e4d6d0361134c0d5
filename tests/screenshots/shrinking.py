"""A screenshot as a small PNG: its 256 commonest colours, every other pixel the nearest of them."""

import base64
import struct
import zlib

from playwright.sync_api import Page

COLOURS = """async address => {
  const image = new Image(); image.src = address; await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height), pen = canvas.getContext("2d");
  pen.drawImage(image, 0, 0);
  const {data} = pen.getImageData(0, 0, image.width, image.height), counts = new Map();
  const pixels = new Uint32Array(data.length / 4);
  for (let n = 0; n < pixels.length; n++) {
    const key = data[4 * n] << 16 | data[4 * n + 1] << 8 | data[4 * n + 2];
    pixels[n] = key; counts.set(key, (counts.get(key) || 0) + 1);
  }
  const palette = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 256).map(([key]) => key);
  const near = new Map(palette.map((key, n) => [key, n]));
  const apart = (a, b) => [16, 8, 0].reduce((sum, at) => sum + ((a >> at & 255) - (b >> at & 255)) ** 2, 0);
  const index = new Uint8Array(pixels.length);
  pixels.forEach((key, n) => {
    if (!near.has(key)) {
      const nearer = (best, one, m) => apart(one, key) < apart(palette[best], key) ? m : best;
      near.set(key, palette.reduce(nearer, 0));
    }
    index[n] = near.get(key);
  });
  let text = "";
  for (let n = 0; n < index.length; n += 32768) text += String.fromCharCode(...index.subarray(n, n + 32768));
  return {width: image.width, height: image.height, palette, index: btoa(text)};
}"""


def shrunk(blank: Page, png: bytes) -> bytes:
    """Return a picture with at most 256 colours; ``blank`` is any page without a policy, to reckon in."""
    found = blank.evaluate(COLOURS, f"data:image/png;base64,{base64.b64encode(png).decode()}")
    width, height, index = found["width"], found["height"], base64.b64decode(found["index"])
    rows = b"".join(b"\0" + index[n * width : (n + 1) * width] for n in range(height))
    palette = b"".join(key.to_bytes(3, "big") for key in found["palette"])
    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    parts = [(b"IHDR", head), (b"PLTE", palette), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*part) for part in parts)


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
