import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { publicFolder } from './folders.ts';

/** Addresses of what every page loads; each carries a hash of its content, so that a browser may keep it. */
export interface AssetLinks {
  readonly style: string;
  readonly script: string;
  readonly icon: string;
}

function address(name: string): string {
  const mark = createHash('sha256')
    .update(readFileSync(path.join(publicFolder, name)))
    .digest('hex');
  return `/assets/${name}?v=${mark.slice(0, 10)}`;
}

export const assetLinks = (): AssetLinks => ({
  style: address('site.css'),
  script: address('site.js'),
  icon: address('favicon.svg'),
});
