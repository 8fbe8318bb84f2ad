/** The part of oidc-provider that One ID uses; the package brings no types. */
declare module 'oidc-provider' {
  import type { EventEmitter } from 'node:events';
  import type { IncomingMessage, ServerResponse } from 'node:http';

  export interface ClientMetadata {
    readonly client_id: string;
    readonly [name: string]: unknown;
  }

  export interface Client {
    readonly clientId: string;
    readonly clientName?: string;
    readonly clientAuthMethod: string;
    readonly redirectUris?: readonly string[];
    readonly scope?: string;
    grantTypeAllowed(grant: string): boolean;
  }

  /** A request, as koa passes it on. */
  export interface Context {
    readonly req: IncomingMessage;
    type: string;
    body: string;
    status: number;
    set(name: string, value: string): void;
    readonly oidc: {
      readonly client?: Client;
      readonly route?: string;
      readonly params?: Readonly<Record<string, unknown>>;
    };
  }

  export interface Token {
    readonly kind: string;
    readonly clientId: string;
    /** Who signed in; absent where a client asks in its own name. */
    readonly accountId?: string;
  }

  /** An access token about to be signed. */
  export interface StructuredToken {
    readonly payload: { scope?: string | undefined };
  }

  export interface Interaction {
    readonly uid: string;
    readonly prompt: { readonly name: string; readonly details: Readonly<Record<string, unknown>> };
    readonly params: Readonly<Record<string, unknown>>;
    readonly session?: { readonly accountId: string };
    readonly grantId?: string;
  }

  export interface Grant {
    addOIDCScope(scope: string): void;
    addResourceScope(resource: string, scope: string): void;
    rejectResourceScope(resource: string, scope: string): void;
    save(): Promise<string>;
  }

  /** Where the provider keeps one kind of record. */
  export interface Adapter {
    upsert(id: string, payload: AdapterPayload, expiresIn: number): Promise<void>;
    find(id: string): Promise<AdapterPayload | undefined>;
    findByUid(uid: string): Promise<AdapterPayload | undefined>;
    findByUserCode(userCode: string): Promise<undefined>;
    consume(id: string): Promise<void>;
    destroy(id: string): Promise<void>;
    revokeByGrantId(grantId: string): Promise<void>;
  }

  export interface AdapterPayload {
    readonly jti?: string;
    readonly uid?: string;
    readonly grantId?: string;
    readonly consumed?: number;
    readonly [name: string]: unknown;
  }

  export type Answer = Readonly<Record<string, unknown>>;

  export class Provider {
    constructor(issuer: string, configuration: Readonly<Record<string, unknown>>);
    readonly issuer: string;
    /** Whether X-Forwarded-Proto says how the client came. */
    proxy: boolean;
    readonly Client: { find(id: string): Promise<Client | undefined> };
    readonly Grant: {
      new (grant: { accountId: string; clientId: string }): Grant;
      find(id: string): Promise<Grant | undefined>;
    };
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<Interaction>;
    /** Keeps what came of an interaction. @returns where the browser goes on */
    interactionResult(
      request: IncomingMessage,
      response: ServerResponse,
      result: Answer,
      options?: { mergeWithLastSubmission?: boolean },
    ): Promise<string>;
    on: EventEmitter['on'];
  }

  export const errors: {
    readonly InvalidClientAuth: new (detail: string) => Error;
    readonly InvalidGrant: new (detail: string) => Error;
    readonly InvalidTarget: new (detail?: string) => Error;
    readonly SessionNotFound: new (message: string) => Error;
  };
}
