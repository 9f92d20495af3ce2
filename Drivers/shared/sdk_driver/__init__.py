"""The driver of ELITEA's SDKs; Drivers/elitea/driver.py and Drivers/alita/driver.py say which one it drives."""
