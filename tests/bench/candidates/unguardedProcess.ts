import { CommonSigner } from '#kit/signedTogether.ts';

// What the signatures cost shows only beside a gateway that makes none. No setting takes them away: an agency would refuse
// every call, and only the bench's stubs do not look.
CommonSigner.prototype.sign = async () => ({ signature: '', proof: '' });

await import('../../../gateway/main.ts');
