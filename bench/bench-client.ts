/** What benches ask of a running studio. */
import { encodePng } from "#lib/testing/fake-gateway/png.ts";
import { type Picture, type Project, paths } from "#lib/wire.ts";

export async function post<Answer>(address: string, body: BodyInit, type: string): Promise<Answer> {
  const answer = await fetch(address, { method: "POST", headers: { "content-type": type }, body });
  if (!answer.ok) throw new Error(`Expected ${address} to be answered but received ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

/** A project with a drawn picture of this size. */
export async function createPictureProject(origin: string, width: number, height: number): Promise<Project> {
  const png = encodePng({ width, height, channels: 3, pixel: (x, y) => [x & 255, y & 255, (x ^ y) & 255] });
  const picture = await post<Picture>(`${origin}${paths.pictures}`, new Uint8Array(png), "image/png");
  return post<Project>(`${origin}${paths.projects}`, JSON.stringify({ name: "Bench", pictureId: picture.id }), "application/json");
}
