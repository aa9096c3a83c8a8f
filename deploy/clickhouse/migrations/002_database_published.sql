-- Closed releases, perturbed and immutable: what everyone may read.
CREATE DATABASE IF NOT EXISTS published
