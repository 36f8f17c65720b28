"""Wapiti as Debian 12 has it, on whose Python its way of leaving addresses out does not compile."""
import fnmatch
import re
import sys

from wapitiCore.main import wapiti
from wapitiCore.net import crawler

crawler.wildcard_translate = lambda pattern: re.compile(fnmatch.translate(pattern))
sys.exit(wapiti.wapiti_main())
