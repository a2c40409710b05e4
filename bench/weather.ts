/** A drawn picture with soft light and fine grain, as dear to pack as a photograph; the same every time. */
import sharp from "sharp";

export function drawWeather(width: number, height: number): Promise<Buffer> {
  const data = Buffer.alloc(width * height * 3);
  let noise = 1;
  for (let at = 0; at < data.length; at += 1) {
    noise = (Math.imul(noise, 1_664_525) + 1_013_904_223) >>> 0;
    const x = Math.floor(at / 3) % width;
    const y = Math.floor(at / 3 / width);
    const light = 150 + 60 * Math.sin(x / 130 + (at % 3)) * Math.cos(y / 90);
    data[at] = light + ((noise >>> 24) % 24) - 12;
  }
  return sharp(data, { raw: { width, height, channels: 3 } })
    .png({ compressionLevel: 4 })
    .toBuffer();
}
