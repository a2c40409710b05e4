import { expect, it } from "vitest";
import { ownPictureId } from "./own-picture.ts";

const origin = "http://127.0.0.1:3000";
const id = `pic_${"a".repeat(64)}`;

it.each([
  `${origin}/api/pictures/${id}/file`,
  `${origin}/replicate/v1/files/${id}.png`,
  `http://localhost:3000/replicate/v1/files/${id}.jpg?download=x`,
  `http://[::1]:3000/api/pictures/${id}/file`,
  `HTTP://LOCALHOST:3000/api/pictures/${id}/file`,
  `/api/pictures/${id}/file`,
])("knows %s", (address) => {
  expect(ownPictureId(address, origin)).toBe(id);
});

it.each([
  `http://localhost:3001/api/pictures/${id}/file`,
  `https://127.0.0.1:3000/api/pictures/${id}/file`,
  `http://evil.example:3000/api/pictures/${id}/file`,
  `http://127.0.0.1:3000@evil.example/api/pictures/${id}/file`,
  `//evil.example/api/pictures/${id}/file`,
  `/\\evil.example/api/pictures/${id}/file`,
  `${origin}/api/pictures/${id}`,
  `${origin}/api/pictures/../pictures/pic_x/file`,
  `${origin}/api/projects`,
  id,
  "",
  "http://",
])("does not know %s", (address) => {
  expect(ownPictureId(address, origin)).toBeNull();
});
