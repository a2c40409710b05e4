/** BLOBS_URL: which bucket of which S3 service, and the key to it, in one line. What is thrown never repeats a part of it. */
export interface BlobsPlace {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

const usualRegion = "us-east-1";
const parameters = new Set(["endpoint", "region"]);

/** Throws an error whose message ends the sentence "Expected …". */
export function readBlobsUrl(written: string): BlobsPlace {
  const url = URL.canParse(written) ? new URL(written) : null;
  if (url?.protocol !== "s3:" || url.host === "") throw new Error("an address such as s3://key:secret@host/bucket?region=us-east-1");
  const [accessKeyId, secretAccessKey] = [decode(url.username), decode(url.password)];
  if (accessKeyId === "" || secretAccessKey === "") {
    throw new Error("a key and a secret before the host, with their special characters written as %2F and so on");
  }
  const bucket = url.pathname.slice(1);
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket)) throw new Error("the name of a bucket, and nothing below it, after the host");
  for (const name of url.searchParams.keys()) {
    if (!parameters.has(name) || url.searchParams.getAll(name).length > 1) throw new Error("no parameters but one endpoint and one region");
  }
  const region = url.searchParams.get("region") ?? usualRegion;
  if (!/^[\w-]{1,40}$/.test(region)) throw new Error("a region such as us-east-1 as its parameter");
  return { endpoint: readEndpoint(url), bucket, region, accessKeyId, secretAccessKey };
}

/** The host by HTTPS, unless another address of the service is written out. */
function readEndpoint(url: URL): string {
  const written = url.searchParams.get("endpoint") ?? `https://${url.host}`;
  const endpoint = URL.canParse(written) ? new URL(written) : null;
  const isWeb = endpoint?.protocol === "https:" || endpoint?.protocol === "http:";
  if (!endpoint || !isWeb || endpoint.username !== "" || endpoint.search !== "" || endpoint.hash !== "") {
    throw new Error("an endpoint such as https://s3.example.com, without key and question mark, as its parameter");
  }
  return endpoint.href.replace(/\/$/, "");
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return "";
  }
}
