// Given to a thread by `--import`: it then reads TypeScript, as the tests that start it do.
import { register } from 'tsx/esm/api';

register();
