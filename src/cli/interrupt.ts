/** Does some work that Ctrl-C or a polite kill asks to end; a second one ends the process at once. */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  const stopPolitely = (): void => {
    end();
    stop.abort();
  };
  const end = (): void => {
    process.off('SIGINT', stopPolitely);
    process.off('SIGTERM', stopPolitely);
  };
  process.on('SIGINT', stopPolitely);
  process.on('SIGTERM', stopPolitely);
  try {
    return await work(stop.signal);
  } finally {
    end();
  }
}
