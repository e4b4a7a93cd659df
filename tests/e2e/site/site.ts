/**
 * The web that the tests browse: one server, many hosts. Pages are made by the tests, pictures are built in; both are
 * served under every host, which decides who gets them. All requests are on record.
 */
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { cookiesOf, type Host, isHost, judge } from './hosts';
import { buildPictures, type PictureName, type Pictures } from './pictures';

export interface LoggedRequest {
  readonly host: string;
  readonly path: string;
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  readonly status: number;
}

export interface Answer {
  readonly status?: number;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: Buffer | string;
}

export interface PageWish {
  readonly body: string;
  readonly host?: Host;
  readonly headers?: OutgoingHttpHeaders;
}

export class Site {
  readonly requests: LoggedRequest[] = [];
  private readonly answers = new Map<string, Answer>();
  private readonly held = new Set<() => void>();
  private holding = false;
  private readonly server = createServer((request, response) => this.answer(request, response));

  private constructor(readonly pictures: Pictures) {}

  static async open(): Promise<Site> {
    const site = new Site(await buildPictures());
    await new Promise<void>((resolve) => site.server.listen(0, '127.0.0.1', resolve));
    return site;
  }

  async close(): Promise<void> {
    this.release();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  url(host: Host, path: string): string {
    return `http://${host}:${this.port}/${path}`;
  }

  picture(name: PictureName, host: Host = 'img.test'): string {
    return this.url(host, name);
  }

  /** Serves an answer under a path of every host. */
  serve(path: string, answer: Answer): void {
    this.answers.set(path, answer);
  }

  /** Makes a page and gives its address. */
  page({ body, host = 'page.test', headers = {} }: PageWish): string {
    const path = `page-${this.answers.size}.html`;
    const type = { 'content-type': 'text/html; charset=utf-8', ...cookiesOf(host), ...headers };
    this.serve(path, { headers: type, body: `<!doctype html><title>Test page</title>${body}` });
    return this.url(host, path);
  }

  /** From now on everything but pages waits for `release`. */
  hold(): void {
    this.holding = true;
  }

  release(): void {
    this.holding = false;
    for (const go of this.held) go();
    this.held.clear();
  }

  get waiting(): number {
    return this.held.size;
  }

  reset(): void {
    this.release();
    this.requests.length = 0;
    this.answers.clear();
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const { hostname, pathname } = new URL(request.url ?? '/', `http://${request.headers.host}`);
    const path = pathname.slice(1);
    const { status = 200, headers = {}, body = '' } = this.find(hostname, path, request.headers);
    const { method = 'GET', headers: asked } = request;
    this.requests.push({ host: hostname, path, method, headers: asked, status });
    const send = () => response.writeHead(status, { 'cache-control': 'no-store', ...headers }).end(body);
    if (this.holding && !path.endsWith('.html')) this.held.add(send);
    else send();
  }

  private find(host: string, path: string, headers: IncomingHttpHeaders): Answer {
    const made = this.answers.get(path);
    if (made) return made;
    if (path === 'loop') return { status: 302, headers: { location: `/loop?${Math.random()}` } };
    if (!isHost(host) || !isPicture(this.pictures, path)) return { status: 404, body: 'not found' };
    const verdict = judge(host, headers);
    if (!verdict.allowed) return { status: 403, body: 'forbidden' };
    const { file, type } = this.pictures[path];
    return { headers: { 'content-type': type, ...verdict.headers }, body: file };
  }
}

function isPicture(pictures: Pictures, path: string): path is PictureName {
  return path in pictures;
}
