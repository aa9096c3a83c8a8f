import '@vigie/dashboard-ui/base.css';
import { mountPage } from '@vigie/dashboard-ui/mount-page';
import Protection from './Protection.svelte';

mountPage(Protection);
