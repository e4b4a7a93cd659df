/**
 * Passkeys by WebAuthn with its prf extension, for whose sake alone they are made: nobody checks a signature, for there is
 * no server. No `rp.id` is named, so it is the extension's own id, which no web page and no other extension can claim
 * (docs/decisions/0025-passkeys.md). Fits the port `PasskeyDevice`.
 */

type Bytes = Uint8Array<ArrayBuffer>;
type Answer =
  | { readonly ok: true; readonly id: Bytes; readonly secret: Bytes }
  | { readonly ok: false; readonly reason: 'passkey-cancelled' | 'passkey-known' | 'passkey-unsupported' };
interface Asked {
  readonly id: Bytes;
  readonly salt: Bytes;
}

/** COSE: ES256, EdDSA, RS256; authenticators have at least one of them. */
const ALGORITHMS = [-7, -8, -257];
/** For who looks for a security key. */
const PROMPT_MS = 120_000;

/** Whether a passkey here could hold a secret. Not whether somebody has an authenticator: the prompt tells. */
export async function canUsePasskeys(): Promise<boolean> {
  if (typeof PublicKeyCredential === 'undefined' || !PublicKeyCredential.getClientCapabilities) return false;
  const capabilities = await PublicKeyCredential.getClientCapabilities();
  return capabilities['extension:prf'] === true;
}

/** No e-mail in it: the passkey lies with the system or a password manager, which may show or copy it elsewhere. */
export async function createPasskey({
  salt,
  known,
  name,
}: {
  readonly salt: Bytes;
  readonly known: readonly Bytes[];
  readonly name: string;
}): Promise<Answer> {
  const publicKey: PublicKeyCredentialCreationOptions = {
    rp: { name: 'Matte' },
    user: { id: random(), name, displayName: name },
    challenge: random(),
    timeout: PROMPT_MS,
    pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
    excludeCredentials: known.map(descriptor),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
    extensions: { prf: { eval: { first: salt } } },
  };
  return answered(async () => {
    const made = await navigator.credentials.create({ publicKey });
    const { id, secret, isEnabled } = read(made);
    if (secret) return { ok: true, id, secret };
    // Security keys compute only when they are asked for a signature.
    return isEnabled ? readPasskey([{ id, salt }]) : { ok: false, reason: 'passkey-unsupported' };
  });
}

export async function readPasskey(asked: readonly Asked[]): Promise<Answer> {
  const evalByCredential = Object.fromEntries(
    asked.map(({ id, salt }) => [id.toBase64({ alphabet: 'base64url', omitPadding: true }), { first: salt }]),
  );
  const publicKey: PublicKeyCredentialRequestOptions = {
    challenge: random(),
    timeout: PROMPT_MS,
    allowCredentials: asked.map(({ id }) => descriptor(id)),
    userVerification: 'required',
    extensions: { prf: { evalByCredential } },
  };
  return answered(async () => {
    const { id, secret } = read(await navigator.credentials.get({ publicKey }));
    return secret ? { ok: true, id, secret } : { ok: false, reason: 'passkey-unsupported' };
  });
}

/** DOMExceptions of an authenticator that cannot do it; every other one is somebody's "no", in many names. */
const UNSUPPORTED = ['ConstraintError', 'NotSupportedError', 'SecurityError'];

/** What people and their authenticators refuse, as a value. */
async function answered(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    if (error.name === 'InvalidStateError') return { ok: false, reason: 'passkey-known' };
    return { ok: false, reason: UNSUPPORTED.includes(error.name) ? 'passkey-unsupported' : 'passkey-cancelled' };
  }
}

function read(credential: Credential | null) {
  if (!(credential instanceof PublicKeyCredential)) throw new DOMException('no passkey', 'NotSupportedError');
  const { prf } = credential.getClientExtensionResults();
  const first = prf?.results?.first;
  const secret = first instanceof ArrayBuffer ? new Uint8Array(first) : null;
  return { id: new Uint8Array(credential.rawId), secret, isEnabled: prf?.enabled === true };
}

const descriptor = (id: Bytes) => ({ type: 'public-key', id }) as const;
const random = () => crypto.getRandomValues(new Uint8Array(32));
