import '@vigie/dashboard-ui/base.css';
import { mountPage } from '@vigie/dashboard-ui/mount-page';
import Trends from './Trends.svelte';

mountPage(Trends);
