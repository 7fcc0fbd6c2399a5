import { createServer, type RequestListener, type Server } from 'node:http';
import { cannot } from '../model/errors.ts';
import { createApp } from './app.ts';
import type { Deps } from './deps.ts';

export interface RunningServer {
  readonly port: number;
  close(): Promise<void>;
}

/** What a listener's error means to the one who started it; others pass unchanged. */
function listenMistake(error: NodeJS.ErrnoException, port: number, host: string): Error {
  const { code } = error;
  if (code === 'EADDRINUSE') {
    return cannot(
      `端口 ${String(port)} 已被占用（${host}）；请换一个端口，或停止占用它的程序`,
      `port ${String(port)} on ${host} is in use; choose another one, or stop the program that holds it`,
    );
  }
  if (code === 'EACCES') {
    return cannot(
      `没有权限监听端口 ${String(port)}`,
      `there is no permission to listen on port ${String(port)}`,
    );
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return cannot(`本机没有地址 ${host}`, `this machine has no address ${host}`);
  }
  return error;
}

/** How long and how many: a connection that gives or takes nothing must not hold a place for long. */
export interface ConnectionLimits {
  /** Milliseconds for the headers of a request, for all of it, between two requests, and without any byte either way. */
  readonly headers: number;
  readonly request: number;
  readonly keepAlive: number;
  readonly idle: number;
  /** Connections at a time; further ones are closed at once. */
  readonly connections: number;
}

const usualLimits: ConnectionLimits = {
  headers: 10_000,
  request: 30_000,
  keepAlive: 5000,
  // News of a run break the silence sooner.
  idle: 60_000,
  connections: 500,
};

const LARGEST_HEADER = 16 * 1024;
/** Milliseconds between two checks for connections that are over time. */
const LOOK = 1000;

function createLimitedServer(app: RequestListener, limits: ConnectionLimits): Server {
  const server = createServer(
    {
      maxHeaderSize: LARGEST_HEADER,
      headersTimeout: limits.headers,
      requestTimeout: limits.request,
      keepAliveTimeout: limits.keepAlive,
      connectionsCheckingInterval: Math.min(LOOK, limits.headers),
    },
    app,
  );
  server.maxConnections = limits.connections;
  server.setTimeout(limits.idle);
  return server;
}

/** Starts the application; on this machine's loopback address unless told otherwise. Port 0 takes any free one. */
export async function startServer(
  deps: Deps,
  port: number,
  host = '127.0.0.1',
  limits = usualLimits,
): Promise<RunningServer> {
  const server = createLimitedServer(createApp(deps), limits);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      reject(listenMistake(error, port, host));
    });
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: async () => {
      const closed = new Promise<void>((resolve, reject) => {
        server.close((error) => {
          if (error) reject(error);
          else resolve();
        });
      });
      server.closeAllConnections();
      await deps.runStarter.close();
      await closed;
    },
  };
}
