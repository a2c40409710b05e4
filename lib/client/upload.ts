/** Sends a file with visible progress; fetch cannot tell how much has left, so this is the one place with XMLHttpRequest. */
import { maxUploadBytes, type Picture, paths } from "#lib/wire.ts";
import { ClientError, connectionLost } from "./client-error.ts";
import { readClientError } from "./read-client-error.ts";

interface UploadOptions {
  readonly onProgress?: (fraction: number) => void;
  readonly signal?: AbortSignal;
}

export function uploadPicture(file: File, { onProgress, signal }: UploadOptions = {}): Promise<Picture> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    if (file.size > maxUploadBytes) {
      reject(new ClientError("too_large", `Expected a file of at most ${maxUploadBytes} bytes but received ${file.size}`));
      return;
    }
    const request = new XMLHttpRequest();
    const stop = () => request.abort();
    request.open("POST", paths.pictures);
    request.responseType = "json";
    request.setRequestHeader("content-type", file.type || "application/octet-stream");
    request.setRequestHeader("x-file-name", encodeURIComponent(file.name.slice(-200)));
    request.upload.onprogress = (event) => {
      if (event.lengthComputable && event.total > 0) onProgress?.(event.loaded / event.total);
    };
    request.onload = () => {
      if (request.status >= 200 && request.status < 300 && request.response) resolve(request.response as Picture);
      else reject(readClientError(request.status, request.response));
    };
    request.onerror = () => reject(connectionLost());
    request.onabort = () => reject(signal?.reason ?? new DOMException("The upload was stopped", "AbortError"));
    request.onloadend = () => signal?.removeEventListener("abort", stop);
    signal?.addEventListener("abort", stop, { once: true });
    request.send(file);
  });
}
