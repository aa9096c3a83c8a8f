-- Raw events and exact counts. Read by loader, detector and publisher only: nothing leaves from here directly.
CREATE DATABASE IF NOT EXISTS private
