"""The parts of the driver; Drivers/elitea/driver.py puts them together."""
