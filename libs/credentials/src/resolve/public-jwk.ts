import { z } from 'zod';

/** A JSON Web Key that may be shown to everybody. */
export const publicJwk = z
  .looseObject({
    kty: z.enum(['RSA', 'EC', 'OKP']),
    kid: z.string().optional(),
    alg: z.string().optional(),
    use: z.string().optional(),
    key_ops: z.array(z.string()).optional(),
    crv: z.string().optional(),
    iss: z.string().optional(),
  })
  .refine((jwk) => !('d' in jwk) && !('k' in jwk), 'is a private key');
export type PublicJwk = z.output<typeof publicJwk>;
