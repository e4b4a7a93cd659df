/** Line icons on a 16-unit grid. They only decorate: whoever uses one also says it in words. */
import type { ReactNode } from 'react';

function Icon({ children }: { readonly children: ReactNode }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
      {children}
    </svg>
  );
}

export function CopyIcon() {
  return (
    <Icon>
      <rect x="5.5" y="5.5" width="8" height="8" rx="1.75" />
      <path d="M10.5 5.5v-1.25a1.75 1.75 0 0 0-1.75-1.75h-4.5A1.75 1.75 0 0 0 2.5 4.25v4.5c0 .97.78 1.75 1.75 1.75H5.5" />
    </Icon>
  );
}

export function DownloadIcon() {
  return (
    <Icon>
      <path d="M8 2.5v7.75M4.75 7.25 8 10.5l3.25-3.25M2.75 13.25h10.5" />
    </Icon>
  );
}

export function CheckIcon() {
  return (
    <Icon>
      <path d="m3 8.5 3.25 3.25L13 4.75" />
    </Icon>
  );
}

export function CloseIcon() {
  return (
    <Icon>
      <path d="m4 4 8 8m0-8-8 8" />
    </Icon>
  );
}

export function TicketIcon() {
  return (
    <Icon>
      <path d="M2.5 4.25h11v2.5a1.25 1.25 0 0 0 0 2.5v2.5h-11v-2.5a1.25 1.25 0 0 0 0-2.5zM9.5 4.5v1.5m0 1.25v1.5m0 1.25v1.5" />
    </Icon>
  );
}

export function AlertIcon() {
  return (
    <Icon>
      <circle cx="8" cy="8" r="5.75" />
      <path d="M8 5v3.5m0 2.4v.1" />
    </Icon>
  );
}

export function LockIcon() {
  return (
    <Icon>
      <rect x="3.25" y="7" width="9.5" height="6.5" rx="1.75" />
      <path d="M5.25 7V5a2.75 2.75 0 0 1 5.5 0v2" />
    </Icon>
  );
}

export function PictureIcon() {
  return (
    <Icon>
      <rect x="2.25" y="2.75" width="11.5" height="10.5" rx="1.75" />
      <circle cx="5.75" cy="6.25" r="1" />
      <path d="m2.5 11.5 3-2.75 2 1.75 3.25-3.25 2.75 2.75" />
    </Icon>
  );
}

export function PasskeyIcon() {
  return (
    <Icon>
      <circle cx="5.5" cy="8" r="2.75" />
      <path d="M8.25 8h5.25v2.25M11 8v1.75" />
    </Icon>
  );
}
