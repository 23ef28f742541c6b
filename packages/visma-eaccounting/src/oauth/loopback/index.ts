export { connectOnThisMachine, type LoopbackOptions } from './connect-on-this-machine.ts';
export { LoopbackError, type LoopbackFault } from './loopback-error.ts';
