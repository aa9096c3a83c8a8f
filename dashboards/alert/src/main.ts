import '@vigie/dashboard-ui/base.css';
import { mountPage } from '@vigie/dashboard-ui/mount-page';
import App from './App.svelte';

mountPage(App);

// The page opens without a network; where the browser has no service worker, it merely does not.
if (import.meta.env.PROD && 'serviceWorker' in navigator) {
	void navigator.serviceWorker.register(`${import.meta.env.BASE_URL}sw.js`).catch(() => undefined);
}
