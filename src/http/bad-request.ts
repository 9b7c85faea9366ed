/** Requests that never become one: bytes that are no HTTP, a target that is no path, a host that is none. */

import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { failure } from "../kernel/failure.js";
import { problemResponse, Refusal, refusalOf } from "./problem.js";

/** @param error by the adaptor before the app is asked, or by the app's own handling of errors */
export function badRequest(error: unknown): Response {
  const isRequest = error instanceof Error && error.name === "RequestError";
  const refusal = isRequest ? unreadable() : refusalOf("internal-error", failure("", { code: "internal-error" }));
  return problemResponse(refusal, {});
}

/** Answers on the bare socket, since there is no response to write to. */
export async function answerUnreadable(_error: Error, socket: Duplex): Promise<void> {
  if (!socket.writable || (socket as Socket).bytesWritten > 0) {
    socket.destroy();
    return;
  }
  const response = problemResponse(unreadable(), {});
  const body = await response.text();
  const head = [...response.headers].map(([name, value]) => `${name}: ${value}\r\n`).join("");
  const length = Buffer.byteLength(body);
  const status = `HTTP/1.1 ${response.status} ${STATUS_CODES[response.status]}`;
  socket.end(`${status}\r\n${head}content-length: ${length}\r\nconnection: close\r\n\r\n${body}`);
}

function unreadable(): Refusal {
  return new Refusal("bad-request", {
    zh: "不是可读的 HTTP 请求：请检查请求行、Host 和头部",
    en: "not a readable HTTP request: check the request line, Host and headers",
  });
}
