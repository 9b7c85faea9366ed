import { connect } from "node:net";
import { describe, expect, test } from "vitest";
import { serve } from "../../src/http/serve.js";
import { award, awards, startService } from "./service.js";

const path = `/v1/awards/${award.id}/decisions/quota`;
const body = JSON.stringify({ asOf: "2024-06-01", facts: {} });
const head = `POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`;

describe("serve()", () => {
  test("tells where it can be reached", async () => {
    const service = await startService();
    expect(service.address).toBe(`http://127.0.0.1:${service.port}`);
    expect((await service.get("/healthz")).status).toBe(200);
  });

  test("says so where the port is in use, and what to do", async () => {
    const { port } = await startService();
    const second = serve({ awards, port, hostname: "127.0.0.1" });
    await expect(second).rejects.toThrow(`port ${port} of 127.0.0.1 is in use: stop what uses it or choose another port`);
  });

  test("says so where the address is not of this machine", async () => {
    await expect(serve({ awards, port: 0, hostname: "192.0.2.1" })).rejects.toThrow("192.0.2.1 is no address of this machine");
  });
});

describe("close()", () => {
  test("finishes the request under way, then takes no more", async () => {
    const service = await startService({ graceMs: 60_000 });
    let text = "";
    const socket = connect(service.port, "127.0.0.1").setEncoding("utf8");
    socket.on("data", (chunk: string) => (text += chunk));
    const ended = new Promise((resolve) => socket.once("close", resolve));
    socket.write(head + body.slice(0, 10));
    await service.get("/healthz");
    const closed = service.close();
    await expect(service.get("/healthz")).rejects.toThrow();
    socket.write(body.slice(10));
    await Promise.all([closed, ended]);
    expect(text).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(text).toContain('"decision":"quota"');
  });

  test("does not wait for clients that keep a connection and ask nothing", async () => {
    const service = await startService({ graceMs: 600_000 });
    const idle = connect(service.port, "127.0.0.1");
    await new Promise((resolve) => idle.once("connect", resolve));
    await service.get("/healthz");
    await service.close();
    idle.destroy();
  });

  test("cuts off what is not done in time", async () => {
    const service = await startService({ graceMs: 100 });
    const socket = connect(service.port, "127.0.0.1");
    socket.on("error", () => undefined);
    socket.write(head + body.slice(0, 10));
    await service.get("/healthz");
    const ended = new Promise((resolve) => socket.once("close", resolve));
    await Promise.all([service.close(), ended]);
  });

  test("may be called twice", async () => {
    const service = await startService();
    await Promise.all([service.close(), service.close()]);
    await service.close();
  });
});

test("a client that leaves in the middle of its question hurts nobody", async () => {
  const service = await startService();
  for (let index = 0; index < 20; index++) {
    const socket = connect(service.port, "127.0.0.1");
    await new Promise((resolve) => socket.write(head + body.slice(0, index), resolve));
    socket.destroy();
  }
  expect((await service.post(path, body)).status).toBe(200);
});
