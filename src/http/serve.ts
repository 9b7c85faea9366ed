/** The app on a port of this machine. The one file of the service that knows Node. */
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { keepFactsOffConsole } from "../files/engine-debug.js";
import { type AppOptions, createApp } from "./app.js";
import { answerUnreadable, badRequest } from "./bad-request.js";
import type { Awards } from "./find.js";

export interface ServeOptions extends AppOptions {
  readonly awards: Awards;
  /** 0 for any that is free. */
  readonly port: number;
  /** `127.0.0.1`; `0.0.0.0` to be reached from other machines. */
  readonly hostname: string;
  /** How long `close` waits for requests under way. */
  readonly graceMs?: number;
}

export interface Serving {
  /** `http://127.0.0.1:8080` */
  readonly address: string;
  readonly port: number;
  /** Takes no more requests, finishes those under way, and cuts off what is not done in time. */
  close(): Promise<void>;
}

const TIMES = {
  /** A batch may be sent for hours, so that only its silences are bounded. */
  requestTimeout: 0,
  headersTimeout: 30_000,
  /** Longer than gateways keep theirs, so that they close first and never send into a connection just closed. */
  keepAliveTimeout: 65_000,
} as const;
const SILENCE_MS = 120_000;
const GRACE_MS = 10_000;

/** @throws Error that says why the port cannot be had */
export async function serve({ awards, port, hostname, graceMs = GRACE_MS, ...options }: ServeOptions): Promise<Serving> {
  keepFactsOffConsole();
  const app = createApp(awards, { onFault: reportFault, ...options });
  const server = createServer(TIMES, getRequestListener(app.fetch, { errorHandler: badRequest }));
  server.timeout = SILENCE_MS;
  server.on("clientError", answerUnreadable);
  const silent = silentConnections(server);
  await listen(server, port, hostname);
  const bound = (server.address() as AddressInfo).port;
  const host = hostname.includes(":") ? `[${hostname}]` : hostname;
  return { address: `http://${host}:${bound}`, port: bound, close: () => close(server, silent, graceMs) };
}

function listen(server: Server, port: number, hostname: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException) => reject(new Error(whyNot(error, port, hostname), { cause: error }));
    server.once("error", refuse);
    server.listen(port, hostname, () => {
      server.off("error", refuse);
      resolve();
    });
  });
}

function whyNot({ code, message }: NodeJS.ErrnoException, port: number, hostname: string): string {
  switch (code) {
    case "EADDRINUSE":
      return `port ${port} of ${hostname} is in use: stop what uses it or choose another port`;
    case "EACCES":
      return `port ${port} may not be used by this user: choose one above 1023`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return `${hostname} is no address of this machine: use 127.0.0.1, or 0.0.0.0 for all`;
    default:
      return `cannot listen on port ${port} of ${hostname}: ${message}`;
  }
}

/** Connections on which nothing was asked yet; browsers open some to have them at hand. */
function silentConnections(server: Server): ReadonlySet<Socket> {
  const silent = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    silent.add(socket);
    socket.once("close", () => silent.delete(socket));
  });
  server.on("request", ({ socket }: IncomingMessage) => silent.delete(socket));
  return silent;
}

async function close(server: Server, silent: ReadonlySet<Socket>, graceMs: number): Promise<void> {
  if (!server.listening) return;
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // Node counts neither a connection that never asked nor one whose request is just done among the idle that it closes.
  for (const socket of silent) socket.destroy();
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const cut = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearInterval(idle);
  clearTimeout(cut);
}

/** The kind of fault and where in the code, not its message, which may quote facts. */
function reportFault(error: unknown): void {
  const frames = error instanceof Error ? (error.stack?.split("\n").filter((line) => /^\s+at /.test(line)) ?? []) : [];
  process.stderr.write(`fault: ${error instanceof Error ? error.name : typeof error}\n${frames.join("\n")}\n`);
}
