/** Codes of rating channels (pf) that rules ask about. */
export const QR = 3;
export const PAD = 4;
export const KIOSK = 5;
