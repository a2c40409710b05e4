import { describe, expect, it } from "vitest";
import { readBlobsUrl } from "./blobs-url.ts";

describe("readBlobsUrl", () => {
  it("takes the host for an endpoint by HTTPS, and the usual region", () => {
    expect(readBlobsUrl("s3://AKIA1:secret@s3.example.com:8443/pictures")).toEqual({
      endpoint: "https://s3.example.com:8443",
      bucket: "pictures",
      region: "us-east-1",
      accessKeyId: "AKIA1",
      secretAccessKey: "secret",
    });
  });

  it("takes an endpoint that is written out, and a key whose characters are", () => {
    const written = "s3://me%3Atoo:a%2Fb%2Bc%40@minio/pictures?endpoint=http%3A%2F%2F127.0.0.1%3A9000%2Fs3%2F&region=eu-central-1";
    expect(readBlobsUrl(written)).toEqual({
      endpoint: "http://127.0.0.1:9000/s3",
      bucket: "pictures",
      region: "eu-central-1",
      accessKeyId: "me:too",
      secretAccessKey: "a/b+c@",
    });
  });

  it.each([
    ["pictures", /such as s3:/],
    ["https://key:hunter2@host/pictures", /such as s3:/],
    ["s3:pictures", /such as s3:/],
    ["s3://host/pictures", /a key and a secret/],
    ["s3://key@host/pictures", /a key and a secret/],
    ["s3://key:%E0%A4%A@host/pictures", /a key and a secret/],
    ["s3://key:hunter2@host", /bucket/],
    ["s3://key:hunter2@host/", /bucket/],
    ["s3://key:hunter2@host/pictures/below", /bucket/],
    ["s3://key:hunter2@host/Pictures", /bucket/],
    ["s3://key:hunter2@host/pictures?style=path", /parameters/],
    ["s3://key:hunter2@host/pictures?region=a&region=b", /parameters/],
    ["s3://key:hunter2@host/pictures?region=no%20where", /region/],
    ["s3://key:hunter2@host/pictures?endpoint=host", /endpoint/],
    ["s3://key:hunter2@host/pictures?endpoint=https://me:hunter2@host", /endpoint/],
  ])("refuses %s, says what was expected, and repeats no secret", (written, expected) => {
    const refuse = () => readBlobsUrl(written);
    expect(refuse).toThrow(expected);
    expect(refuse).not.toThrow(/hunter2/);
  });
});
