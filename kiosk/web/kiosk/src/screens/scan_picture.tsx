/** A receipt held to the scanner's light. */
export function ScanPicture() {
  return (
    <svg class="scan-picture" viewBox="0 0 120 120" aria-hidden="true">
      <g class="sheet">
        <rect x="34" y="8" width="52" height="68" rx="4" />
        <path d="M42 20h36M42 30h36M42 40h20" />
        <path class="code" d="M58 48h8v8h-8zM70 48h8v8h-8zM58 60h8v8h-8zM72 62h4v4h-4z" />
      </g>
      <path class="light" d="M24 88 60 62l36 26z" />
      <rect class="device" x="16" y="88" width="88" height="24" rx="6" />
    </svg>
  );
}
