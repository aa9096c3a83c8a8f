import '@vigie/dashboard-ui/base.css';
import { mountPage } from '@vigie/dashboard-ui/mount-page';
import AttestationPage from './attestation/AttestationPage.svelte';

mountPage(AttestationPage);
