"""The parts of ``exchange.kiel``: one release of the Ukraine Support Tracker."""
