/**
 * All traffic between contexts on one screen. Messages carry commands and ids; a Blob passes only where a context
 * cannot read the database (the card, a page's content script): as a structured-clone handle, not as bytes.
 * Each message has exactly one owner, the context that registers its listener. Content scripts own, but never send:
 * a web page that takes one over still cannot start, read or cancel anything.
 */
import { defineExtensionMessaging } from '@webext-core/messaging';
import type { ErrorCode } from './errors';
import type { BackendChoice, EngineWish, Job, Quality } from './jobs/job';
import type { Corner } from './settings/cards';
import type { CopyBackground, Theme } from './settings/settings';

/** What a card or a script may see of a job. */
export interface JobView {
  readonly job: Job;
  /** 0 ≤ progress < 1 while open, 1 when done. */
  readonly progress: number;
  /** Open jobs that were started before this one. */
  readonly ahead: number;
  /** What to show: of a running job the first look, as soon as there is one; of a done one the cutout, made small. */
  readonly preview: Blob | null;
  /** What to copy; null until the job is done. */
  readonly cutout: Blob | null;
  /** It failed for want of a subject, and `cutAnyway` would still give a cutout. */
  readonly anyway: boolean;
}

/** What a card must know before it says a word; it has no database to read it from. */
export interface CardManners {
  readonly copyAutomatically: boolean;
  readonly copyBackground: CopyBackground;
  /** The site's, of the page that the card is on; '' where there is none. */
  readonly host: string;
}

/** `by`: so far from where the drag began, in CSS pixels of the screen. */
export type CardMove =
  | { readonly kind: 'by'; readonly x: number; readonly y: number }
  | { readonly kind: 'drop' }
  | { readonly kind: 'towards'; readonly side: Side };
export type Side = 'top' | 'bottom' | 'left' | 'right';

export interface StartRequest {
  readonly picture: Blob;
  readonly name: string;
  /** What this picture alone asks for; the user's settings say the rest. */
  readonly backend?: BackendChoice;
  readonly quality?: Quality;
}

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A place in a page, in shares of its window from its top left corner: 0 ≤ x, y ≤ 1. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** What a content script found; everything in it is untrusted and rebuilt by `parsePagePicture`. */
export type PagePicture =
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'bytes'; readonly blob: Blob; readonly name: string }
  | { readonly kind: 'screen'; readonly rect: Rect; readonly scale: number }
  | { readonly kind: 'none' };

export interface Protocol {
  // owner: background — senders: popup, card, scripts (extension pages only)
  startJob(request: StartRequest): { jobId: string } | { error: ErrorCode };
  cancelJob(message: { jobId: string }): void;
  readJob(message: { jobId: string }): JobView | null;
  claimCopy(message: { jobId: string }): { granted: boolean };
  reportCopy(message: { jobId: string; copied: boolean }): void;
  /** The card has shown the failure, or the popup the announced result, to a looking user. */
  reportSeen(message: { jobId: string }): void;
  /** Takes what there is of a job that found no subject: from now on it is done, and waits to be copied. */
  cutAnyway(message: { jobId: string }): { cut: boolean };
  /** The user has done with a failure. */
  dismissJob(message: { jobId: string }): void;
  /** The page forbids its frames to copy: open the popup, which may. */
  copyInPopup(message: { jobId: string }): void;
  closeCard(message: { jobId: string }): void;
  greetCard(message: { jobId: string }): CardManners | null;
  /** Answers the corner once there is a new one. */
  moveCard(message: { jobId: string; move: CardMove }): { corner: Corner | null };
  foldCard(message: { jobId: string; folded: boolean }): void;
  /** On the site of this card, from now on. */
  turnCard(message: { jobId: string; off: boolean }): { turned: boolean };
  /** The cutout is being dragged out of its card; while it is, the page of the card may take it. */
  dragOut(message: { jobId: string; on: boolean }): void;
  /** Would the page take a picture at this place? */
  aimDrop(message: { jobId: string; at: Place }): { takes: boolean };
  /** The user has let go there. */
  dropOut(message: { jobId: string; at: Place; picture: Blob }): { taken: boolean };
  openStudio(message: { jobId: string }): void;
  /** Out of history, and back again for a minute. */
  removeCutout(message: { jobId: string }): { removed: boolean };
  restoreCutout(message: { jobId: string }): { restored: boolean };
  returnFocus(message: { jobId: string }): void;
  /** The page has written jobs of a batch, or lets a paused one go on. */
  wakeQueue(): void;
  /** Lets the user mark a part of the page in front, to be cut out. */
  markArea(): void;
  /** Somebody is about to give a picture: the engine may start already. */
  prewarm(): void;
  /** The page goes in which the user could still undo this: a transaction of its own would go with it. */
  purgeEntries(message: { owner: string; ids: readonly string[] }): void;

  // owner: background — sender: offscreen
  /** `unsaved`: it failed, and the disk was too full to say so in its row. */
  jobEnded(message: { jobId: string; unsaved?: ErrorCode | undefined }): void;
  /** Makes fetches of this job's picture carry the page as Referer, or stops that. */
  sendReferrer(message: { jobId: string; on: boolean }): void;
  /** Whether the user lets Matte read the picture's site. */
  siteAccess(message: { jobId: string }): { granted: boolean };
  readFromPage(message: { jobId: string }): { stored: boolean };

  // owner: offscreen — sender: background
  runJobs(): { accepted: true };
  /** Starts the engine as the next job will want it, without a job. */
  warmEngine(wish: EngineWish): { accepted: true };
  abortJob(message: { jobId: string }): void;

  // owner: content — sender: background
  findPicture(message: { srcUrl: string | null; pixels: boolean }): PagePicture;
  /** Answered by the one frame that the pointer is over. */
  pointedPicture(): PagePicture;
  /** Answers when the user has marked an area, or has left. */
  markedArea(message: { hint: string }): PagePicture;
  showCard(message: { jobId: string; corner: Corner; theme: Theme; address: string }): { shown: boolean };
  placeCard(message: { jobId: string; move: CardMove; zoom: number }): { corner: Corner | null };
  sizeCard(message: { jobId: string; folded: boolean }): void;
  hideCard(message: { jobId: string }): void;
  restoreFocus(): void;

  // owner: page-drop — sender: background
  openDrop(message: { address: string }): void;
  probeDrop(message: { at: Place }): { takes: boolean };
  giveDrop(message: { at: Place; picture: File }): { taken: boolean };
  endDrop(): void;
}

/** What the content script answers. */
export type ContentMessage =
  | 'findPicture'
  | 'pointedPicture'
  | 'markedArea'
  | 'showCard'
  | 'placeCard'
  | 'sizeCard'
  | 'hideCard'
  | 'restoreFocus';
/** What any script of ours in a web page answers. */
export type PageMessage = ContentMessage | 'openDrop' | 'probeDrop' | 'giveDrop' | 'endDrop';

export const { sendMessage, onMessage } = defineExtensionMessaging<Protocol>();
