import '@vigie/dashboard-ui/base.css';
import { mountPage } from '@vigie/dashboard-ui/mount-page';
import Administration from './Administration.svelte';

mountPage(Administration);
