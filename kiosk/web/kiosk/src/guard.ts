// A kiosk is no browser: no menu, no zoom, no selecting, no dragging, no way out.

const nothing = (event: Event): void => event.preventDefault();

export function guardTouches(): void {
  for (const type of ["contextmenu", "dragstart", "selectstart", "gesturestart"])
    document.addEventListener(type, nothing);
  document.addEventListener(
    "touchmove",
    (event) => {
      if (event.touches.length > 1) event.preventDefault();
    },
    { passive: false },
  );
  document.addEventListener(
    "wheel",
    (event) => {
      if (event.ctrlKey) event.preventDefault();
    },
    { passive: false },
  );
}
