import type { ReactNode } from "react";
import { QrCode } from "./qr-code.tsx";

interface SlipProps {
  title: ReactNode;
  /** Whom it is for. */
  name: string;
  /** What the QR code holds. */
  address: string;
  /** The same as letters, for those who type. */
  code?: string;
  children: ReactNode;
}

/** A piece of paper handed to one person. Several print on one sheet and none is cut in two. */
export function Slip({ title, name, address, code, children }: SlipProps) {
  return (
    <article className="slip overflow-hidden rounded-xl border-2 border-dashed border-edge bg-surface">
      <div className="brocade" aria-hidden="true" />
      <div className="grid gap-5 p-5 sm:grid-cols-[auto_1fr] sm:p-6">
        <QrCode content={address} label={`${name}: QR`} size="11rem" />
        <div className="min-w-0">
          <p className="text-ink-soft">{title}</p>
          <h2 className="text-2xl">{name}</h2>
          {code ? <p className="mt-2 font-bold tracking-widest tabular-nums">{code}</p> : null}
          <div className="mt-2">{children}</div>
        </div>
      </div>
    </article>
  );
}
