import '@vigie/dashboard-ui/base.css';
import { mountPage } from '@vigie/dashboard-ui/mount-page';
import Home from './Home.svelte';

mountPage(Home);
