/** Where an event stands. */
export interface Place {
  readonly index: number;
  readonly cause: string;
  readonly by: string;
}

export const NOWHERE: Place = { index: -1, cause: '', by: '' };

export function isDirectlyBehind(place: Place, before: Place): boolean {
  return place.cause === before.cause && place.index === before.index + 1;
}
