-- Projections for reading: rebuilt from Kafka whenever they are lost.
CREATE DATABASE IF NOT EXISTS state
