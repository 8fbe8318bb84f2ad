export interface CitizenFacts {
  readonly birthDate?: string | null;
}
export interface ServiceGap {
  readonly reason: string;
}
