import fc from 'fast-check'

// Properties that name no seed of their own ask the same random cases in every run too.
fc.configureGlobal({ seed: Number(process.env['FC_SEED']) })
