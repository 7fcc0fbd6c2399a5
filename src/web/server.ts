import { createServer } from 'node:http';
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

/** Starts the application; on this machine's loopback address unless told otherwise. Port 0 takes any free one. */
export async function startServer(deps: Deps, port: number, host = '127.0.0.1'): Promise<RunningServer> {
  const server = createServer(createApp(deps));
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
      await deps.desk.close();
      await closed;
    },
  };
}
