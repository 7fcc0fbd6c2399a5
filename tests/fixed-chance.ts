import fc from 'fast-check';

/** Every file of tests tries the same cases each time, whichever files ran before it in the same process. */
fc.configureGlobal({ seed: 20_250_301 });
