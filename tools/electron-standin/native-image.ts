// nativeImage: carries a file's bytes about; nothing here draws them.
import { existsSync, readFileSync } from 'node:fs';

/** Where a PNG's header has its width and height (RFC 2083, 11.2.1). */
const PNG_WIDTH = 16;
const PNG_HEIGHT = 20;
const PNG_HEADER = 24;

class NativeImage {
  readonly #bytes: Buffer;
  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }
  isEmpty(): boolean {
    return this.#bytes.length === 0;
  }
  getSize(): Electron.Size {
    if (this.#bytes.length < PNG_HEADER) return { width: 0, height: 0 };
    return { width: this.#bytes.readUInt32BE(PNG_WIDTH), height: this.#bytes.readUInt32BE(PNG_HEIGHT) };
  }
  toPNG(): Buffer {
    return this.#bytes;
  }
  toDataURL(): string {
    return `data:image/png;base64,${this.#bytes.toString('base64')}`;
  }
  resize(): NativeImage {
    return this;
  }
  setTemplateImage(_isTemplate: boolean): void {}
}

export const nativeImage = {
  createEmpty: () => new NativeImage(Buffer.alloc(0)),
  createFromPath: (path: string) => new NativeImage(existsSync(path) ? readFileSync(path) : Buffer.alloc(0)),
  createFromBuffer: (buffer: Buffer) => new NativeImage(buffer),
  createFromDataURL: (url: string) => new NativeImage(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')),
};
