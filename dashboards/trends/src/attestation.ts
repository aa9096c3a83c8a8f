import '@vigie/dashboard-ui/base.css';
import '@vigie/dashboard-ui/fields.css';
import { mountPage } from '@vigie/dashboard-ui/mount-page';
import AttestationPage from './attestation/AttestationPage.svelte';

mountPage(AttestationPage);
